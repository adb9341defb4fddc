package io.botpit.persistence.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Opens journals for writing. A new one is written under another name first, so that a journal always has its first
 * record.
 */
record JournalFile(Shelf shelf, String name, Layout.Kind kind) {
    boolean exists() {
        return shelf.holds(name);
    }

    RecordAppender create(Consumer<ByteWriter> firstRecord, Durability durability) {
        if (exists()) {
            throw new IllegalStateException(shelf.whereIs(name) + " exists; a journal is never begun twice");
        }
        String draft = name + ".new";
        try {
            RecordAppender records = begin(shelf.create(draft), kind, firstRecord, durability);
            shelf.rename(draft, name);
            if (durability == Durability.POWER) {
                shelf.force();
            }
            return records;
        } catch (IOException e) {
            throw new StoreBroken("the journal " + shelf.whereIs(name) + " could not be begun", e);
        }
    }

    RecordAppender append(JournalEnd end, Durability durability) {
        try {
            JournalChannel channel = shelf.open(name);
            channel.truncate(end.offset());
            if (durability == Durability.POWER) {
                channel.force(true);
            }
            return new RecordAppender(channel, durability, end);
        } catch (IOException e) {
            throw new StoreBroken("the journal " + shelf.whereIs(name) + " could not be opened", e);
        }
    }

    RecordScanner scan() throws IOException {
        return RecordScanner.open(shelf.read(name), shelf.whereIs(name), kind);
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
}
