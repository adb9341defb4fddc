package io.botpit.bots.house;

import java.util.Optional;

/** What the house tells its makers to quote: around a price that comes from outside of the market. Any thread. */
@FunctionalInterface
public interface Guide {
    /** What to quote in a market now; empty: nothing is known of it. */
    Optional<Quotes> quotes(String symbol);

    /**
     * Quotes on both sides of a price.
     *
     * @param price in the quote asset; the nearest quotes lie around it
     * @param halfSpread from the price to the nearest quote, as a fraction of the price
     * @param step from a quote to the next, likewise
     * @param size of each quote, in the base asset; 0: no quotes
     * @param levels quotes on each side
     */
    record Quotes(double price, double halfSpread, double step, double size, int levels) {}
}
