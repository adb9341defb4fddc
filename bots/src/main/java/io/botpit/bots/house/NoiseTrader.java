package io.botpit.bots.house;

import io.botpit.bots.Market;
import io.botpit.bots.OpenOrder;
import io.botpit.bots.Side;
import io.botpit.bots.Strategy;
import io.botpit.bots.Update;
import io.botpit.bots.View;
import io.botpit.bots.Wish;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Shouts prices at random, but never one at which it would lose by its own valuation: zero intelligence, constrained
 * (Gode and Sunder, <i>Allocative efficiency of markets with zero-intelligence traders</i>, Journal of Political Economy
 * 101(1), 1993). A buyer's price is uniform between a floor and its value, a seller's between its value and a ceiling.
 * A shout that meets the other side's best price takes it with a market order; any other waits in the book, and older
 * ones are withdrawn.
 *
 * <p>Not in the paper: values are drawn around a shared {@link Fundamental}, and a trader that has few coins left buys
 * more often than it sells, so that it does not run dry.
 */
final class NoiseTrader implements Strategy {
    private static final double CHANCE_TO_ACT = 0.8;
    /** Standard deviation of the private value around the fundamental one. */
    private static final double VALUE_SPREAD = 0.012;
    /** Width of the interval from which a price is drawn, as a fraction of the value. */
    private static final double SHOUT_WIDTH = 0.012;
    /** Size of one shout, as a fraction of the starting coins. */
    private static final double SIZE_MIN = 0.003;

    private static final double SIZE_MAX = 0.015;
    private static final int ORDERS_PER_MARKET_MAX = 3;

    /** Turns to wait for somebody who quotes both sides: with one side only, the mark says little about the price. */
    private static final int PATIENCE_MAX = 20;

    private final RandomGenerator random;
    private final Fundamental fundamental;
    private final Map<String, Anchor> anchors = new HashMap<>();
    private int patience;

    NoiseTrader(RandomGenerator random, Fundamental fundamental) {
        this.random = random;
        this.fundamental = fundamental;
    }

    @Override
    public List<Wish> onUpdate(View view, Update update) {
        if (!(update instanceof Update.Beat) || !view.running() || random.nextDouble() > CHANCE_TO_ACT) {
            return List.of();
        }
        Market market = view.markets().get(random.nextInt(view.markets().size()));
        if (!anchors.containsKey(market.symbol()) && isOneSided(market) && ++patience < PATIENCE_MAX) {
            return List.of();
        }
        Anchor anchor = anchors.computeIfAbsent(market.symbol(), _ -> Anchor.of(view, market));
        boolean buys = random.nextDouble() < 0.5 - 0.5 * anchor.drift(view, market);
        double common = fundamental.value(market.symbol(), anchor.price(), view.nowMillis());
        double value = common * (1 + VALUE_SPREAD * Math.clamp(random.nextGaussian(), -3, 3));
        double away = SHOUT_WIDTH * value * random.nextDouble();
        BigDecimal size = market.size(anchor.coins() * (SIZE_MIN + (SIZE_MAX - SIZE_MIN) * random.nextDouble()));
        return buys ? buy(view, market, value - away, size) : sell(view, market, value + away, size);
    }

    private static boolean isOneSided(Market market) {
        return market.bestBid() == null || market.bestAsk() == null;
    }

    private static List<Wish> buy(View view, Market market, double price, BigDecimal size) {
        Market.Level ask = market.bestAsk();
        return ask != null && ask.price().doubleValue() <= price
                ? Taker.buy(view, market, size)
                : quote(view, market, new Wish.Limit(market.symbol(), Side.BUY, market.bid(price), size));
    }

    private static List<Wish> sell(View view, Market market, double price, BigDecimal size) {
        Market.Level bid = market.bestBid();
        return bid != null && bid.price().doubleValue() >= price
                ? Taker.sell(view, market, size)
                : quote(view, market, new Wish.Limit(market.symbol(), Side.SELL, market.ask(price), size));
    }

    /** A new quote; the oldest makes room for it. */
    private static List<Wish> quote(View view, Market market, Wish.Limit quote) {
        List<Wish> wishes = new ArrayList<>();
        List<OpenOrder> open = view.orders(market.symbol());
        if (open.size() >= ORDERS_PER_MARKET_MAX) {
            wishes.add(new Wish.Cancel(open.getFirst().id()));
        }
        if (new Funds(view, market).take(quote)) {
            wishes.add(quote);
        }
        return wishes;
    }
}
