package io.botpit.bots.house;

/** What a coin is worth to those who trade without looking at the market. */
@FunctionalInterface
interface Valuation {
    /**
     * In the quote asset.
     *
     * @param anchorPrice the price that was seen first
     */
    double value(String symbol, double anchorPrice, long nowMillis);
}
