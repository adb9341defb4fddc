package io.botpit.benchmarks;

/** Hears what a book trades, at once and in order. */
@FunctionalInterface
interface Fills {
    /**
     * Two orders have traded {@code lots} at the maker's price.
     *
     * @param taker number of the incoming order
     * @param maker number of the resting one
     */
    void fill(long taker, long maker, long ticks, long lots);
}
