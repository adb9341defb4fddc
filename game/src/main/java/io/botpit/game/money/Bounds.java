package io.botpit.game.money;

/**
 * What an order of an instrument may ask for, and what it may lead to. All limits are inclusive.
 *
 * @param priceMin lowest limit price
 * @param priceMax highest limit price
 * @param sizeMin smallest size
 * @param sizeMax largest size
 * @param notionalMin smallest price times size of a limit order, in quote units
 * @param budgetMin smallest budget of a market order, in quote units
 * @param positionMax most that a player may own with his open buys, in base units; {@link Amount#MOST}: any amount
 */
public record Bounds(
        Price priceMin,
        Price priceMax,
        Quantity sizeMin,
        Quantity sizeMax,
        Amount notionalMin,
        Amount budgetMin,
        Amount positionMax) {
    /** Prices stay so far below a {@code long} that marks and collars are computed without overflow. */
    public static final long TICKS_MAX = 1L << 52;

    public Bounds {
        if (priceMax.ticks() > TICKS_MAX) {
            throw new IllegalArgumentException("price_max must be at most " + TICKS_MAX + " ticks");
        }
        if (priceMin.compareTo(priceMax) > 0) {
            throw new IllegalArgumentException("price_min above price_max");
        }
        if (sizeMin.lots() < 1 || sizeMin.compareTo(sizeMax) > 0) {
            throw new IllegalArgumentException("size_min must be 1 lot to size_max");
        }
        if (notionalMin.units() < 1 || budgetMin.units() < 1) {
            throw new IllegalArgumentException("notional_min and budget_min must be at least 1 unit");
        }
        if (positionMax.units() < 1) {
            throw new IllegalArgumentException("position_max must be at least 1 unit");
        }
    }

    /** The same with another position limit. */
    public Bounds withPositionMax(Amount other) {
        return new Bounds(priceMin, priceMax, sizeMin, sizeMax, notionalMin, budgetMin, other);
    }
}
