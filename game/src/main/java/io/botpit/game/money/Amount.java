package io.botpit.game.money;

/**
 * How much of one asset, in whole smallest units of that asset. Never negative where it names a balance or a fee;
 * a score may be below zero.
 *
 * @param units smallest units, magnitude below 2^62
 */
public record Amount(long units) implements Comparable<Amount> {
    /** No balance, hold or notional may reach this many units: sums of two then always fit a {@code long}. */
    public static final long UNITS_MAX = 1L << 62;

    public static final Amount ZERO = new Amount(0);

    /** The largest there is; as a limit: none. */
    public static final Amount MOST = new Amount(UNITS_MAX - 1);

    public Amount {
        if (units >= UNITS_MAX || units <= -UNITS_MAX) {
            throw new IllegalArgumentException("amount out of range: " + units + " units");
        }
    }

    @Override
    public int compareTo(Amount other) {
        return Long.compare(units, other.units);
    }
}
