package io.botpit.bots.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A tradable pair.
 *
 * @param symbol base and quote asset, such as {@code BTC/USD}
 * @param priceDecimals decimals of a price, which is in the quote asset; one tick is one unit of the last
 * @param sizeDecimals decimals of a size, which is in the base asset
 */
public record Instrument(String symbol, int priceDecimals, int sizeDecimals) {
    public String base() {
        return symbol.substring(0, symbol.indexOf('/'));
    }

    public String quote() {
        return symbol.substring(symbol.indexOf('/') + 1);
    }

    /** The highest price on the grid that is not above this one. */
    public BigDecimal roundBid(BigDecimal price) {
        return price.setScale(priceDecimals, RoundingMode.FLOOR);
    }

    /** The lowest price on the grid that is not below this one. */
    public BigDecimal roundAsk(BigDecimal price) {
        return price.setScale(priceDecimals, RoundingMode.CEILING);
    }

    /** The largest size on the grid that is not above this one. */
    public BigDecimal roundSize(BigDecimal size) {
        return size.setScale(sizeDecimals, RoundingMode.DOWN);
    }
}
