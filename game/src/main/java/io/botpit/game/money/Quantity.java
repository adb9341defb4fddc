package io.botpit.game.money;

/**
 * A size in whole lots of an instrument.
 *
 * @param lots number of lots, zero or more
 */
public record Quantity(long lots) implements Comparable<Quantity> {
    public static final Quantity NONE = new Quantity(0);

    public Quantity {
        if (lots < 0) {
            throw new IllegalArgumentException("quantity must not be negative: " + lots);
        }
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(lots, other.lots);
    }
}
