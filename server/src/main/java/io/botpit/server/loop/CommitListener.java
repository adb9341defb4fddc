package io.botpit.server.loop;

import io.botpit.game.Committed;
import io.botpit.game.control.GameView;
import java.util.List;

/** Learns what is in the journal. Called on the game's thread, in order: hand over and return, never wait. */
public interface CommitListener {
    /** A batch is stored. */
    void committed(List<Committed> batch);

    /** A new picture of the game. */
    default void viewed(GameView view) {}

    /** The server was so late with something it had planned that it stood still meanwhile. */
    default void late(long micros) {}

    /** The game is void: it contradicted itself. */
    default void broke(Throwable cause) {}
}
