package io.botpit.server.loop;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Query;
import io.botpit.game.RefereeAct;
import java.util.List;
import java.util.function.BooleanSupplier;
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

    /** An act of the server's own, carried out only if it still fits the game by then; asked on the game's thread. */
    record ActIf(BooleanSupplier fits, RefereeAct act) implements Task {}

    /** A deadline of the game may have come. */
    record Wake() implements Task {}

    /** The open batch of a fair game is to be closed. */
    record CloseBatch() implements Task {}

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
