package io.botpit.game.money;

/**
 * A price of an instrument in whole ticks.
 *
 * @param ticks number of ticks, at least 1
 */
public record Price(long ticks) implements Comparable<Price> {
    public Price {
        if (ticks < 1) {
            throw new IllegalArgumentException("price must be at least one tick: " + ticks);
        }
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(ticks, other.ticks);
    }
}
