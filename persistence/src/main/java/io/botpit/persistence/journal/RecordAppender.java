package io.botpit.persistence.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Adds records to a journal, batch by batch: {@link #begin} and {@link #seal} per record, {@link #commit} once. With
 * {@link Durability#POWER} the file grows by zeros ahead of time, so that a force has no new length to store. After a
 * failure it is broken for ever. For one thread.
 */
final class RecordAppender implements AutoCloseable {
    static final int PREALLOCATED_BYTES = 1 << 20;

    private static final int CAPACITY_BYTES = 4 << 10;
    private static final ByteWriter NOTHING = new ByteWriter(0);

    private final JournalChannel channel;
    private final Durability durability;
    private final ChainHasher hasher = new ChainHasher();
    private final CRC32C crc = new CRC32C();
    private final ByteWriter batch = new ByteWriter(CAPACITY_BYTES);

    private Chain chain;
    private long sequence;
    private long offset;
    private long allocated;
    private int recordAt;
    private int recordsInBatch;
    private boolean broken;

    RecordAppender(JournalChannel channel, Durability durability, JournalEnd end) {
        this.channel = channel;
        this.durability = durability;
        this.chain = end.chain();
        this.sequence = end.sequence();
        this.offset = end.offset();
        this.allocated = end.offset();
    }

    Chain chain() {
        return chain;
    }

    long sequence() {
        return sequence;
    }

    /** Starts the next record; its body goes into the answer, the sequence, eight bytes, first. */
    ByteWriter begin() {
        requireWhole();
        recordAt = batch.length();
        batch.fourBytes(0);
        batch.fourBytes(0);
        batch.fourBytes(durability == Durability.POWER ? recordsInBatch : 0);
        batch.raw(Chain.START.bytes(), 0, Chain.BYTES);
        return batch;
    }

    void seal() {
        seal(NOTHING);
    }

    /** Ends a record; {@code outcome} goes into the chain only. */
    void seal(ByteWriter outcome) {
        int bodyAt = recordAt + Layout.BODY_AT;
        int bodyLength = batch.length() - bodyAt;
        if (bodyLength > Layout.BODY_BYTES_MAX) {
            throw broken(
                    "was given a record of " + bodyLength + " bytes, at most " + Layout.BODY_BYTES_MAX + " are allowed",
                    null);
        }
        long given = ByteReader.eightBytes(batch.array(), bodyAt);
        if (given != sequence + 1) {
            throw broken("was given record " + given + " where " + (sequence + 1) + " comes next", null);
        }
        chain = hasher.after(chain)
                .add(batch.array(), bodyAt, bodyLength)
                .add(outcome.array(), 0, outcome.length())
                .link();
        batch.setFourBytes(recordAt + Layout.LENGTH_AT, bodyLength);
        batch.setRaw(recordAt + Layout.CHAIN_AT, chain.bytes());
        batch.setFourBytes(recordAt + Layout.CRC_AT, checksum(crc, batch.array(), recordAt, bodyLength));
        sequence = given;
        recordsInBatch++;
    }

    /** One write for all that was sealed; returns when it is as durable as promised. */
    void commit() {
        requireWhole();
        try {
            reserve(batch.length());
            channel.write(ByteBuffer.wrap(batch.array(), 0, batch.length()), offset);
            if (durability == Durability.POWER) {
                channel.force(false);
            }
        } catch (IOException e) {
            throw broken("could not be written", e);
        }
        offset += batch.length();
        batch.clear();
        recordsInBatch = 0;
    }

    /** Gives back what was allocated ahead. A broken store is left as it is. */
    @Override
    public void close() {
        try (channel) {
            if (!broken && allocated > offset) {
                channel.truncate(offset);
            }
            broken = true;
        } catch (IOException e) {
            throw broken("could not be closed", e);
        }
    }

    /** Marks it broken, whatever the reason. */
    StoreBroken broken(String problem, @Nullable Throwable cause) {
        broken = true;
        return new StoreBroken("the journal " + problem, cause);
    }

    /** Over length, distance, chain and body: all but itself. */
    static int checksum(CRC32C crc, byte[] from, int recordAt, int bodyLength) {
        crc.reset();
        crc.update(from, recordAt + Layout.LENGTH_AT, Integer.BYTES);
        crc.update(from, recordAt + Layout.BACK_AT, Layout.BODY_AT - Layout.BACK_AT + bodyLength);
        return (int) crc.getValue();
    }

    private void reserve(int bytes) throws IOException {
        if (durability == Durability.PROCESS || offset + bytes <= allocated) {
            return;
        }
        int ahead = Math.max(PREALLOCATED_BYTES, bytes);
        channel.write(ByteBuffer.allocate(ahead), allocated);
        channel.force(true);
        allocated += ahead;
    }

    private void requireWhole() {
        if (broken) {
            throw new StoreBroken("the journal is closed or broke before; it takes nothing any more", null);
        }
    }
}
