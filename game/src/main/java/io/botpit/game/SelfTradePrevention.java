package io.botpit.game;

/** What happens when an order meets one of the same owner; the taker's mode rules. */
public enum SelfTradePrevention {
    /** The rest of the incoming order is cancelled. */
    CANCEL_TAKER,
    /** The resting order is cancelled and the incoming one goes on. */
    CANCEL_MAKER,
    /** Both are cancelled. */
    CANCEL_BOTH,
    /** Both shrink by the smaller of the two sizes; nothing trades. */
    DECREMENT
}
