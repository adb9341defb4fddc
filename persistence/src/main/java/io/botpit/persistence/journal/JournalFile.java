package io.botpit.persistence.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Opens journals for writing. A new one is written under another name first, so that a journal always has its first
 * record.
 */
record JournalFile(Path folder, String name, Layout.Kind kind) {
    Path path() {
        return folder.resolve(name);
    }

    boolean exists() {
        return Files.exists(path());
    }

    RecordAppender create(Consumer<ByteWriter> firstRecord, Durability durability) {
        if (exists()) {
            throw new IllegalStateException(path() + " exists; a journal is never begun twice");
        }
        Path draft = folder.resolve(name + ".new");
        try {
            RecordAppender records = begin(DiskChannel.create(draft), kind, firstRecord, durability);
            Files.move(draft, path(), StandardCopyOption.ATOMIC_MOVE);
            if (durability == Durability.POWER) {
                forceFolder(folder);
            }
            return records;
        } catch (IOException e) {
            throw new StoreBroken("the journal " + path() + " could not be begun", e);
        }
    }

    RecordAppender append(JournalEnd end, Durability durability) {
        try {
            DiskChannel channel = DiskChannel.open(path());
            channel.truncate(end.offset());
            if (durability == Durability.POWER) {
                channel.force(true);
            }
            return new RecordAppender(channel, durability, end);
        } catch (IOException e) {
            throw new StoreBroken("the journal " + path() + " could not be opened", e);
        }
    }

    static RecordAppender begin(
            JournalChannel channel, Layout.Kind kind, Consumer<ByteWriter> firstRecord, Durability durability)
            throws IOException {
        ByteWriter header = new ByteWriter(Layout.FILE_HEADER_BYTES);
        header.raw(Layout.MAGIC, 0, Layout.MAGIC.length);
        header.fourBytes(Layout.VERSION);
        header.fourBytes(kind.code());
        channel.write(ByteBuffer.wrap(header.copy()), 0);
        JournalEnd start = new JournalEnd(header.length(), -1, Chain.START, 0);
        RecordAppender records = new RecordAppender(channel, durability, start);
        firstRecord.accept(records.begin());
        records.seal();
        records.commit();
        return records;
    }

    /** A file is only as safe as its name. */
    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
