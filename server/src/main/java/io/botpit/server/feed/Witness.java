package io.botpit.server.feed;

import io.botpit.game.Committed;
import io.botpit.game.GameTime;
import io.botpit.game.control.GameView;

/** Somebody a game of the past is told to. One thread. */
public interface Witness {
    /** The next command and all that came of it. */
    void see(Committed commit);

    /**
     * The game at each whole second of play, and once more at its end, after all commits up to then.
     *
     * @param at the moment; the last command may be older
     */
    void see(GameView view, GameTime at);
}
