package io.botpit.game.money;

import java.math.BigDecimal;

/**
 * One tradable pair. Prices are ticks, sizes are lots, balances are units; the quote unit is fine enough that
 * tick times lot is a whole number of units, so no trade ever rounds.
 *
 * @param base what is traded
 * @param quote what it is paid with
 * @param priceDecimals decimals of one tick
 * @param sizeDecimals decimals of one lot
 * @param bounds what an order may ask for
 * @param markAtStart the mark before anybody has quoted
 */
public record Instrument(
        Asset base, Asset quote, int priceDecimals, int sizeDecimals, Bounds bounds, Price markAtStart) {
    public Instrument {
        if (base.code().equals(quote.code())) {
            throw new IllegalArgumentException("base and quote must differ: " + base.code());
        }
        if (priceDecimals < 0 || sizeDecimals < 0) {
            throw new IllegalArgumentException("decimals must not be negative");
        }
        if (priceDecimals + sizeDecimals > quote.decimals()) {
            throw new IllegalArgumentException("price_decimals + size_decimals must not exceed the " + quote.decimals()
                    + " decimals of " + quote.code() + ", else trades would round");
        }
        if (markAtStart.compareTo(bounds.priceMin()) < 0 || markAtStart.compareTo(bounds.priceMax()) > 0) {
            throw new IllegalArgumentException("mark_at_start must be within price_min and price_max");
        }
        if (sizeDecimals > base.decimals()) {
            throw new IllegalArgumentException(
                    "size_decimals must not exceed the " + base.decimals() + " decimals of " + base.code());
        }
    }

    /** The same within other bounds. */
    public Instrument with(Bounds other) {
        return new Instrument(base, quote, priceDecimals, sizeDecimals, other, markAtStart);
    }

    public Symbol symbol() {
        return new Symbol(base.code() + "/" + quote.code());
    }

    /** Quote units of one lot at a price of one tick. */
    public long unitsPerTickLot() {
        return powerOfTen(quote.decimals() - priceDecimals - sizeDecimals);
    }

    /** Base units of one lot. */
    public long unitsPerLot() {
        return powerOfTen(base.decimals() - sizeDecimals);
    }

    /** Whether price times size stays below {@link Amount#UNITS_MAX}; ask this before {@link #notional}. */
    public boolean fits(Price price, Quantity size) {
        long tickLots = price.ticks() * size.lots();
        return Math.multiplyHigh(price.ticks(), size.lots()) == 0
                && tickLots >= 0
                && tickLots < Amount.UNITS_MAX / unitsPerTickLot();
    }

    /** Exact price times size in quote units; {@link ArithmeticException} where {@link #fits} says no. */
    public Amount notional(Price price, Quantity size) {
        return new Amount(Math.multiplyExact(Math.multiplyExact(price.ticks(), size.lots()), unitsPerTickLot()));
    }

    /** The price in decimals, such as {@code 999.99}. */
    public String text(Price price) {
        return BigDecimal.valueOf(price.ticks(), priceDecimals).toPlainString();
    }

    /** The size in decimals, such as {@code 0.01000000}. */
    public String text(Quantity size) {
        return BigDecimal.valueOf(size.lots(), sizeDecimals).toPlainString();
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
