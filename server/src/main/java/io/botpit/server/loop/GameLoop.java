package io.botpit.server.loop;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.game.Query;
import io.botpit.game.control.GameView;
import java.util.List;
import java.util.function.Consumer;

/** The single writer of one game. Any thread submits; callbacks run on the game's thread and must hand over at once. */
public abstract class GameLoop {
    public abstract GameId id();

    /** A recent picture of the game; any thread. */
    public abstract GameView view();

    /** Submits a command; false where too many wait (BUSY), and then nothing happens. */
    public abstract boolean submit(Command command, Consumer<Outcome<Committed>> then);

    /** Asks questions, to be answered together in turn with the commands; false where too many wait. */
    public abstract boolean ask(List<Query> queries, Consumer<Outcome<Reading>> then);
}
