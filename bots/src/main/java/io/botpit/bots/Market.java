package io.botpit.bots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One tradable pair as it stands; immutable.
 *
 * @param symbol base and quote asset, such as {@code BTC/USD}
 * @param priceDecimals decimals of a price; one tick is one unit of the last
 * @param sizeDecimals decimals of a size
 * @param mark the price that counts for the score
 * @param bestBid null: nobody buys
 * @param bestAsk null: nobody sells
 */
public record Market(
        String symbol,
        int priceDecimals,
        int sizeDecimals,
        BigDecimal mark,
        @Nullable Level bestBid,
        @Nullable Level bestAsk) {
    /** All orders at one price. */
    public record Level(BigDecimal price, BigDecimal size) {}

    public String base() {
        return symbol.substring(0, symbol.indexOf('/'));
    }

    public String quote() {
        return symbol.substring(symbol.indexOf('/') + 1);
    }

    /** The smallest step of a price. */
    public BigDecimal tick() {
        return BigDecimal.ONE.movePointLeft(priceDecimals);
    }

    /** The highest price on the grid that is not above {@code price}, and where buyers may quote: below the mark. */
    public BigDecimal bid(double price) {
        BigDecimal below = mark.subtract(tick());
        return onGrid(price, RoundingMode.FLOOR).min(below);
    }

    /** The lowest price on the grid that is not below {@code price}, and where sellers may quote: not below the mark. */
    public BigDecimal ask(double price) {
        return onGrid(price, RoundingMode.CEILING).max(mark);
    }

    private BigDecimal onGrid(double price, RoundingMode rounding) {
        return BigDecimal.valueOf(price).setScale(priceDecimals, rounding);
    }

    /** A size on the grid, rounded down. */
    public BigDecimal size(double size) {
        return BigDecimal.valueOf(size).setScale(sizeDecimals, RoundingMode.DOWN);
    }
}
