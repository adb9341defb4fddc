package io.botpit.game.report;

import io.botpit.game.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * How a player behaved towards the others.
 *
 * @param orders taken in
 * @param trades its sides of trades
 * @param preventedSelfTrades how often an order of it met another of its own
 * @param hastyCancels orders it cancelled within 250 ms of placing them
 * @param edge what its trades were worth after five seconds, as a fraction of their turnover; 0 without trades
 * @param partner with whom it traded most; null: with nobody
 * @param partnerShare of its turnover, the part with that one; 0 to 1
 */
public record Conduct(
        long orders,
        long trades,
        long preventedSelfTrades,
        long hastyCancels,
        double edge,
        @Nullable PlayerId partner,
        double partnerShare) {
    /** Orders for each trade; of somebody who never traded, the orders. */
    public double orderToTrade() {
        return (double) orders / Math.max(1, trades);
    }

    /** Of the orders, the part that was cancelled within 250 ms; 0 to 1. */
    public double hastyShare() {
        return orders == 0 ? 0 : (double) hastyCancels / orders;
    }
}
