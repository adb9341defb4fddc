package io.botpit.persistence.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A journal on a real disk. Never interrupt the thread that writes: the channel would close under it, the store would
 * count as broken, and the game would stop.
 */
final class DiskChannel implements JournalChannel {
    private final FileChannel channel;

    private DiskChannel(FileChannel channel) {
        this.channel = channel;
    }

    static DiskChannel create(Path file) throws IOException {
        return new DiskChannel(FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
    }

    static DiskChannel open(Path file) throws IOException {
        return new DiskChannel(FileChannel.open(file, StandardOpenOption.WRITE));
    }

    static DiskChannel read(Path file) throws IOException {
        return new DiskChannel(FileChannel.open(file, StandardOpenOption.READ));
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public int read(ByteBuffer target, long at) throws IOException {
        return channel.read(target, at);
    }

    @Override
    public void write(ByteBuffer bytes, long at) throws IOException {
        long next = at;
        while (bytes.hasRemaining()) {
            next += channel.write(bytes, next);
        }
    }

    @Override
    public void force(boolean metadata) throws IOException {
        channel.force(metadata);
    }

    @Override
    public void truncate(long size) throws IOException {
        channel.truncate(size);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
