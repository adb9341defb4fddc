package io.botpit.game;

/** What the referee leaves to the players of a game that goes on. The clock and the dead man's switches run in each. */
public enum GameMode {
    /** Everything the phase allows. */
    FULL,
    /** No new orders: cancels, amendments (they only shrink), the switch and broadcasts. */
    CANCEL_ONLY,
    /** Questions alone. */
    VIEW_ONLY
}
