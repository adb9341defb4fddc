package io.botpit.server.loop;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import java.util.List;
import java.util.function.Consumer;

/** One thing a game's thread has to do. */
sealed interface Task {
    /** Whether it was taken against the inbox's limit. */
    default boolean counts() {
        return false;
    }

    /** Nobody will do it: tell whoever waits. */
    default void fail() {}

    /** A command to be stamped, applied and stored. */
    record Do(Command command, Consumer<Outcome<Committed>> then, boolean counts) implements Task {
        @Override
        public void fail() {
            then.accept(new Outcome.Broken<>());
        }
    }

    /** Questions to be answered at one moment. */
    record Ask(List<Query> queries, Consumer<Outcome<Reading>> then) implements Task {
        @Override
        public boolean counts() {
            return true;
        }

        @Override
        public void fail() {
            then.accept(new Outcome.Broken<>());
        }
    }

    /** A player's first connection is up or the last one is gone. */
    record Presence(PlayerId player, boolean here) implements Task {}

    /** A deadline of the game may have come. */
    record Wake() implements Task {}

    /** The picture for spectators is to be renewed. */
    record Show() implements Task {}

    /** Close the journal and do nothing more. */
    record Halt(Runnable then) implements Task {
        @Override
        public void fail() {
            then.run();
        }
    }
}
