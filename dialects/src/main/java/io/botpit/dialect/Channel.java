package io.botpit.dialect;

/** What a session can subscribe to. */
public enum Channel {
    /** Snapshot and deltas of every book of the game. */
    BOOK,
    TRADES,
    /** Own orders. */
    ORDERS,
    /** Own fills. */
    FILLS,
    /** Own balances. */
    WALLET,
    STANDINGS,
    /** Phases, clock, presence, announcements, broadcasts. */
    GAME
}
