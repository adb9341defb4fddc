package io.botpit.game;

import java.util.Locale;

/**
 * Why something was refused. The order of the constants is the order of the checks: the first that fails is the
 * answer. Codes are stable; each is explained in {@code docs/refusals.md}.
 */
public enum Reason {
    NOT_A_PLAYER,
    /** Same client order id as an earlier order, other terms. */
    CLIENT_ORDER_ID_REUSED,
    GAME_WAITING,
    GAME_PAUSED,
    GAME_NOT_RUNNING,
    /** The referee takes no new orders. */
    GAME_CANCEL_ONLY,
    /** The referee takes questions only. */
    GAME_VIEW_ONLY,
    PLAYER_FROZEN,
    MESSAGE_TOO_LONG,
    UNKNOWN_SYMBOL,
    SIZE_TOO_SMALL,
    SIZE_TOO_LARGE,
    PRICE_TOO_LOW,
    PRICE_TOO_HIGH,
    BUDGET_TOO_SMALL,
    NOTIONAL_TOO_LARGE,
    NOTIONAL_TOO_SMALL,
    /** Rule of preset classic: a limit buy must be below the mark. */
    BUY_NOT_BELOW_MARK,
    /** Rule of preset classic: a limit sell must be at or above the mark. */
    SELL_BELOW_MARK,
    PRICE_OUTSIDE_COLLAR,
    POST_ONLY_WOULD_TRADE,
    FILL_OR_KILL_WOULD_NOT_FILL,
    /** In the last seconds what trades at once may only reduce a position. */
    CALM_CLOSE,
    OPEN_ORDERS_LIMIT,
    CLIENT_ORDER_IDS_LIMIT,
    POSITION_LIMIT,
    OPEN_NOTIONAL_LIMIT,
    INSUFFICIENT_FUNDS,
    NO_LIQUIDITY,
    /** Not there, not open any more, or not yours: one answer for all three. */
    UNKNOWN_ORDER,
    AMEND_NOT_SMALLER,
    BOOK_IS_ANONYMOUS,
    /** A referee's act that this phase does not know. */
    WRONG_PHASE,
    ALREADY_ADMITTED,
    NOT_WHITELISTED,
    GAME_FULL,
    /** One player for each owner in a rated game. */
    OWNER_IN_GAME;

    /** The stable code on the wire, such as {@code insufficient_funds}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
