package io.botpit.game;

/** What a limit order does with the part that does not trade at once. */
public enum TimeInForce {
    /** The rest stays in the book until it trades or is cancelled. */
    GOOD_TILL_CANCELLED,
    /** The rest is cancelled. */
    IMMEDIATE_OR_CANCEL,
    /** Trades completely at once or is refused. */
    FILL_OR_KILL,
    /** Refused if any part would trade at once: it only ever makes. */
    POST_ONLY
}
