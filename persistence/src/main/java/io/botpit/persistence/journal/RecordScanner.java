package io.botpit.persistence.journal;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a journal one after another and decides what a bad one means. Bad with nothing good behind it,
 * or only records of the same unacknowledged batch: the torn end. Bad with a later batch behind it:
 * {@link JournalDamaged}. For one thread.
 */
final class RecordScanner implements AutoCloseable {
    private final String file;
    private final JournalChannel channel;
    private final Window window;
    private final CRC32C crc = new CRC32C();

    private long next = Layout.FILE_HEADER_BYTES;
    private long sequence = -1;
    private Chain chain = Chain.START;
    private @Nullable JournalEnd end;

    private RecordScanner(JournalChannel channel, String file) throws IOException {
        this.file = file;
        this.channel = channel;
        this.window = new Window(channel);
    }

    /**
     * Takes over the channel.
     *
     * @param file what to call it when it is damaged
     */
    static RecordScanner open(JournalChannel channel, String file, Layout.Kind kind) throws IOException {
        try {
            RecordScanner scanner = new RecordScanner(channel, file);
            scanner.checkHeader(kind);
            return scanner;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** One record. The body belongs to nobody else. */
    record Found(long offset, Chain before, Chain chain, ByteReader body) {}

    /** The next record, or null when there is none: then {@link #end} says where that is. */
    @Nullable
    Found next() {
        if (end != null) {
            return null;
        }
        long at = next;
        int bodyLength = goodLengthAt(at);
        if (bodyLength < 0) {
            end = endAt(at);
            return null;
        }
        byte[] bytes = window.array();
        int record = window.indexOf(at);
        long found = ByteReader.eightBytes(bytes, record + Layout.BODY_AT);
        if (found != sequence + 1) {
            throw damaged(new JournalFault(
                    JournalFault.Kind.DAMAGED,
                    sequence + 1,
                    at,
                    "record " + found + " where " + (sequence + 1) + " comes next",
                    String.valueOf(sequence + 1),
                    String.valueOf(found)));
        }
        Chain before = chain;
        chain = Chain.at(bytes, record + Layout.CHAIN_AT);
        sequence = found;
        next = at + Layout.BODY_AT + bodyLength;
        byte[] body = Arrays.copyOfRange(bytes, record + Layout.BODY_AT, record + Layout.BODY_AT + bodyLength);
        return new Found(at, before, chain, new ByteReader(body, 0, bodyLength));
    }

    /** Of the byte behind the record that was read last. */
    long position() {
        return next;
    }

    /** Of the record that was read last, 0 for the first one. */
    long sequence() {
        return sequence;
    }

    /** Where the journal ends; only known after {@link #next} gave null. */
    JournalEnd end() {
        if (end == null) {
            throw new IllegalStateException("the journal has not been read to its end");
        }
        return end;
    }

    JournalDamaged damaged(JournalFault fault) {
        return new JournalDamaged(file, fault);
    }

    /** What is wrong with the record that was read last, or with the first one. */
    JournalDamaged damaged(long offset, String problem) {
        return damaged(new JournalFault(JournalFault.Kind.DAMAGED, Math.max(0, sequence), offset, problem));
    }

    private JournalDamaged nextIsDamaged(long offset, String problem) {
        return damaged(new JournalFault(JournalFault.Kind.DAMAGED, sequence + 1, offset, problem));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void checkHeader(Layout.Kind kind) {
        if (!window.has(0, Layout.FILE_HEADER_BYTES)
                || !Arrays.equals(window.array(), 0, Layout.MAGIC.length, Layout.MAGIC, 0, Layout.MAGIC.length)) {
            throw damaged(0, "this is not a journal");
        }
        int version = ByteReader.fourBytes(window.array(), Layout.VERSION_AT);
        if (version != Layout.VERSION) {
            String advice = version < Layout.VERSION
                    ? ": the version of the program that wrote it can read it; begin with an empty data folder"
                    : ": a later version of the program wrote it, take that one";
            throw damaged(Layout.VERSION_AT, "format version " + version + ", known is " + Layout.VERSION + advice);
        }
        if (ByteReader.fourBytes(window.array(), Layout.KIND_AT) != kind.code()) {
            throw damaged(Layout.KIND_AT, "this is not the journal of a " + kind.name());
        }
    }

    /** Length of the body of a record that is complete and unharmed, or -1. */
    private int goodLengthAt(long at) {
        if (!window.has(at, Layout.BODY_AT + Layout.SEQUENCE_BYTES)) {
            return -1;
        }
        int length = ByteReader.fourBytes(window.array(), window.indexOf(at) + Layout.LENGTH_AT);
        if (length < Layout.SEQUENCE_BYTES
                || length > Layout.BODY_BYTES_MAX
                || !window.has(at, Layout.BODY_AT + length)) {
            return -1;
        }
        int record = window.indexOf(at);
        int stored = ByteReader.fourBytes(window.array(), record + Layout.CRC_AT);
        return stored == RecordAppender.checksum(crc, window.array(), record, length) ? length : -1;
    }

    private JournalEnd endAt(long at) {
        if (sequence < 0) {
            throw nextIsDamaged(at, "its first record is bad");
        }
        long dirtyEnd = at;
        long p = at;
        for (long dirty = window.skipZeros(p); dirty < window.size(); dirty = window.skipZeros(p)) {
            // A record begins with its length, which is not 0: none begins further before a byte that is not.
            p = Math.max(p, dirty - Layout.CRC_AT + 1);
            dirtyEnd = dirty + 1;
            if (startsLaterBatch(p)) {
                requireStillBad(at, p);
                return new JournalEnd(at, sequence, chain, 0);
            }
            p++;
        }
        return new JournalEnd(at, sequence, chain, dirtyEnd - at);
    }

    /** While the game goes on, a piece can be read before and the next after it was written: then this is no damage. */
    private void requireStillBad(long at, long behind) {
        window.forget();
        if (goodLengthAt(at) < 0) {
            throw nextIsDamaged(at, "a bad record, and a good one behind it at byte " + behind);
        }
    }

    /** Whether a good record stands here whose batch was begun after the missing one was acknowledged. */
    private boolean startsLaterBatch(long at) {
        if (!window.has(at, Layout.BODY_AT + Layout.SEQUENCE_BYTES)) {
            return false;
        }
        int record = window.indexOf(at);
        long found = ByteReader.eightBytes(window.array(), record + Layout.BODY_AT);
        long missing = sequence + 1;
        if (found <= missing || found > missing + window.size() / Layout.BODY_AT) {
            return false;
        }
        int back = ByteReader.fourBytes(window.array(), record + Layout.BACK_AT);
        return found - back > missing && goodLengthAt(at) >= 0;
    }
}
