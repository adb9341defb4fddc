package io.botpit.bots.house;

import io.botpit.bots.Market;
import io.botpit.bots.OpenOrder;
import io.botpit.bots.Side;
import io.botpit.bots.View;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One market as its trader sees it on a turn.
 *
 * @param anchor as it was when the bot first saw it
 */
record Scene(View view, Market market, Anchor anchor) {
    private static final double MILLIS_PER_SECOND = 1_000;

    double seconds() {
        return view.nowMillis() / MILLIS_PER_SECOND;
    }

    double mark() {
        return market.mark().doubleValue();
    }

    double tick() {
        return market.tick().doubleValue();
    }

    /** As in {@link Anchor#drift}. */
    double drift() {
        return anchor.drift(view, market);
    }

    Market.@Nullable Level level(Side side) {
        return side == Side.BUY ? market.bestBid() : market.bestAsk();
    }

    /** The best price of a side; the fallback if nobody is there. */
    double best(Side side, double fallback) {
        Market.Level best = level(side);
        return best == null ? fallback : best.price().doubleValue();
    }

    /** Whether an order of this bot stands at the best price of a side. */
    boolean leads(Side side) {
        Market.Level best = level(side);
        return best != null
                && view.orders(market.symbol()).stream()
                        .anyMatch(own -> own.side() == side && own.price().compareTo(best.price()) == 0);
    }

    /** What others have at the best price of a side, in the base asset. */
    double depth(Side side) {
        Market.Level best = level(side);
        if (best == null) {
            return 0;
        }
        BigDecimal own = view.orders(market.symbol()).stream()
                .filter(order -> order.side() == side && order.price().compareTo(best.price()) == 0)
                .map(OpenOrder::size)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Math.max(0, best.size().subtract(own).doubleValue());
    }

    /** Half way between the best prices; the mark where a side is empty. */
    double mid() {
        Market.Level bid = market.bestBid();
        Market.Level ask = market.bestAsk();
        return bid == null || ask == null
                ? mark()
                : bid.price().add(ask.price()).divide(BigDecimal.TWO).doubleValue();
    }
}
