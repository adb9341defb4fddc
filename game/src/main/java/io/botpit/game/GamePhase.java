package io.botpit.game;

/** Where a game stands. What each phase allows is the table in {@code docs/rules.md}. */
public enum GamePhase {
    /** Players come in; nothing trades yet. */
    LOBBY,
    RUNNING,
    PAUSED,
    /** Orders are being cancelled and places computed; lasts within one command. */
    SETTLING,
    ENDED,
    /** Declared void by the referee, or stopped by a broken invariant: no places. */
    VOID
}
