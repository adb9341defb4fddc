package io.botpit.bots;

import java.math.BigDecimal;

/** What just happened. The view that comes with it has it already. */
public sealed interface Update {
    /** The view is complete: the bot is in the game, for the first time or again after a lost connection. */
    record Ready() implements Update {}

    /** A steady beat (the runner's, 500 ms apart unless set otherwise); beats that were missed are not made up. */
    record Beat() implements Update {}

    /** Best prices or the mark moved; several moves in a row may be told once. */
    record Moved(String symbol) implements Update {}

    /**
     * Somebody traded.
     *
     * @param taker the side that came later
     */
    record Traded(String symbol, BigDecimal price, BigDecimal size, Side taker) implements Update {}

    /** An own order traded, in part or completely. */
    record Filled(String orderId, String symbol, Side side, BigDecimal price, BigDecimal size) implements Update {}

    /**
     * A wish was not granted, or nobody knows.
     *
     * @param code stable, such as {@code insufficient_funds}; {@code connection_lost} is the kit's own: an order whose
     *     answer was lost, and which is not open; it may have been done, the wallet tells
     * @param message for people
     */
    record Refused(Wish wish, String code, String message) implements Update {}

    /** The game started, paused, went on or ended. */
    record PhaseChanged(Phase from, Phase to) implements Update {}
}
