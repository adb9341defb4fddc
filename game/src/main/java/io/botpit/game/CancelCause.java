package io.botpit.game;

/** Why the rest of an order was cancelled. */
public enum CancelCause {
    /** Its owner asked. */
    PLAYER,
    /** Met an order of the same owner. */
    SELF_TRADE,
    /** An immediate-or-cancel or market order found nothing more to trade with. */
    NO_MORE_LIQUIDITY,
    /** Its owner's dead man's switch fired. */
    DEAD_MAN,
    /** Its owner was frozen by the referee. */
    FROZEN,
    /** The referee cancelled everybody's orders, or its owner's. */
    REFEREE,
    /** The closing window opened, where less is left of the position limit. */
    CLOSING,
    GAME_END
}
