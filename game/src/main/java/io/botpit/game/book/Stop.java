package io.botpit.game.book;

/** Why an incoming order stopped meeting others. */
public enum Stop {
    /** Nothing of it is left. */
    SATISFIED,
    /** What is left of its budget does not buy one lot of the next maker. */
    BUDGET_SPENT,
    /** Nothing more to trade with at its price. */
    NO_MORE_LIQUIDITY,
    /** It met an order of its owner, and its mode says that it stops there. */
    SELF_TRADE
}
