package io.botpit.persistence;

import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.persistence.journal.JournalEnd;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.Replay;
import java.util.ArrayList;
import java.util.List;

/** Brings the tables of a game to where its journal is, by playing the game again. For one thread. */
record CatchUp(Journals journals, Projection projection) {
    private static final int COMMANDS_PER_STRETCH = 2_000;

    /**
     * Does nothing but read if the tables are there already. The journal wins: tables that are ahead of it are lost. One
     * that grows meanwhile is played to where it was at the beginning.
     *
     * @param between called after each stretch of commands; what it throws ends the work
     * @return the last sequence that is in the tables
     */
    long run(GameId game, Runnable between) {
        long journaled = endOf(game).sequence();
        long projected = projection.lastSequence(game);
        if (projected == journaled) {
            return journaled;
        }
        if (projected > journaled) {
            projection.forget(game);
        }
        return replay(game, projection.lastSequence(game), between);
    }

    private JournalEnd endOf(GameId game) {
        try (JournalReader reader = journals.read(game)) {
            while (reader.next() != null) {
                // only the end is of interest
            }
            return reader.end();
        }
    }

    private long replay(GameId game, long projected, Runnable between) {
        try (JournalReader reader = journals.read(game)) {
            JournalHead head = reader.head();
            List<Committed> batch = new ArrayList<>();
            JournalEnd end = Replay.rebuild(reader, committed -> {
                        if (committed.command().sequence() > projected) {
                            batch.add(committed);
                        }
                        if (committed.command().sequence() % COMMANDS_PER_STRETCH == 0) {
                            projection.project(head, batch);
                            batch.clear();
                            between.run();
                        }
                    })
                    .end();
            projection.project(head, batch);
            return end.sequence();
        }
    }
}
