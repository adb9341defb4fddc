package io.botpit.simulation.crash;

import io.botpit.persistence.journal.JournalChannel;
import io.botpit.persistence.journal.Shelf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A disk that says "written" at once and writes 200 ms later: what a server does that acknowledges before it writes.
 * All that changes files is done by one thread, in order.
 */
record LateShelf(Shelf disk, ScheduledExecutorService writer) implements Shelf {
    private static final long LATE_MILLIS = 200;

    LateShelf(Shelf disk) {
        this(
                disk,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().factory()));
    }

    @Override
    public List<String> names() throws IOException {
        return disk.names();
    }

    @Override
    public boolean holds(String name) {
        return disk.holds(name);
    }

    @Override
    public JournalChannel create(String name) throws IOException {
        return new LateChannel(disk.create(name));
    }

    @Override
    public JournalChannel open(String name) throws IOException {
        return new LateChannel(disk.open(name));
    }

    @Override
    public JournalChannel read(String name) throws IOException {
        catchUp();
        return disk.read(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void force() {
        // It lies about this, too.
    }

    @Override
    public String whereIs(String name) {
        return disk.whereIs(name);
    }

    /** Returns when everything that was to be written so far is. */
    private void catchUp() throws IOException {
        try {
            writer.schedule(() -> {}, LATE_MILLIS, TimeUnit.MILLISECONDS).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        }
    }

    /** One of its files. */
    private final class LateChannel implements JournalChannel {
        private final JournalChannel file;

        LateChannel(JournalChannel file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            catchUp();
            return file.size();
        }

        @Override
        public int read(ByteBuffer target, long at) throws IOException {
            catchUp();
            return file.read(target, at);
        }

        @Override
        public void write(ByteBuffer bytes, long at) {
            ByteBuffer copy = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
            var _ = writer.schedule(
                    () -> {
                        file.write(copy, at);
                        return true;
                    },
                    LATE_MILLIS,
                    TimeUnit.MILLISECONDS);
        }

        @Override
        public void force(boolean metadata) {
            // It lies about this, too.
        }

        @Override
        public void truncate(long size) throws IOException {
            catchUp();
            file.truncate(size);
        }

        @Override
        public void close() throws IOException {
            catchUp();
            file.close();
        }
    }
}
