package io.botpit.persistence.journal;

import io.botpit.game.Committed;
import io.botpit.game.port.EventStore;
import java.util.List;

/**
 * The journal of one game, open for writing. Used by the thread of its game and by no other; that thread must not be
 * interrupted. Every failure is a {@link StoreBroken} and final.
 */
public final class GameJournal implements EventStore {
    private static final int CAPACITY_BYTES = 1 << 10;

    private final RecordAppender records;
    private final ByteWriter outcome = new ByteWriter(CAPACITY_BYTES);

    GameJournal(RecordAppender records) {
        this.records = records;
    }

    @Override
    public void append(List<Committed> batch) {
        for (Committed committed : batch) {
            ByteWriter body = records.begin();
            try {
                CommandCodec.write(body, committed.command());
                outcome.clear();
                EventCodec.write(outcome, committed.events());
            } catch (RuntimeException e) {
                throw records.broken("was given something that it cannot write", e);
            }
            records.seal(outcome);
        }
        records.commit();
    }

    /** Of the last command that was appended, 0 when there is none. */
    public long sequence() {
        return records.sequence();
    }

    /** The hash over all that was appended. */
    public Chain chain() {
        return records.chain();
    }

    @Override
    public void close() {
        records.close();
    }
}
