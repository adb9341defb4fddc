package io.botpit.bots.exchange;

import io.botpit.bots.Market.Level;
import io.botpit.bots.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The resting orders of one instrument by price, best first on both sides: bids fall, asks rise. Immutable.
 *
 * @param symbol of the instrument
 * @param bids who wants to buy
 * @param asks who wants to sell
 */
public record Book(String symbol, List<Level> bids, List<Level> asks) {
    public Book {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    public Optional<Level> bestBid() {
        return bids.stream().findFirst();
    }

    public Optional<Level> bestAsk() {
        return asks.stream().findFirst();
    }

    /**
     * The limit at which an order of this size would trade at once and completely: the price of the level where the sizes
     * add up to it. Nothing if the book is too thin.
     *
     * @param side of the order, not of the book
     */
    public Optional<BigDecimal> priceFor(Side side, BigDecimal size) {
        BigDecimal missing = size;
        for (Level level : side == Side.BUY ? asks : bids) {
            missing = missing.subtract(level.size());
            if (missing.signum() <= 0) {
                return Optional.of(level.price());
            }
        }
        return Optional.empty();
    }
}
