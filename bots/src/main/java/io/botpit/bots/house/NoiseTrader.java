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
 * <p>Not in the paper: values are drawn around a shared {@link Valuation}, and a trader that has few coins left buys
 * more often than it sells, so that it does not run dry. It wanders between markets and leaves old orders behind, which is
 * why it keeps its own orders where the other bots have a {@link Desk}. {@link ZeroIntelligence} is the paper's trader.
 */
final class NoiseTrader implements Strategy {
    private static final int ORDERS_PER_MARKET_MAX = 3;

    /** Turns to wait for somebody who quotes both sides: with one side only, the mark says little about the price. */
    private static final int PATIENCE_MAX = 20;

    private final Parameters parameters;
    private final RandomGenerator random;
    private final Valuation common;
    private final Map<String, Anchor> anchors = new HashMap<>();
    private int patience;

    /**
     * What a noise trader can be told.
     *
     * @param chance that it does anything on a beat, 0 to 1
     * @param valueSpread standard deviation of its own value around the common one, as a fraction, 0 to 0.2
     * @param shoutWidth of the interval from which a price is drawn, as a fraction of the value, 0 to 0.2
     * @param sizeMin smallest shout, as a fraction of the coins at the start, 0 to {@code sizeMax}
     * @param sizeMax largest shout, likewise, 0 to 0.5
     */
    record Parameters(double chance, double valueSpread, double shoutWidth, double sizeMin, double sizeMax) {
        static final Parameters STANDARD = new Parameters(0.8, 0.012, 0.012, 0.003, 0.015);

        Parameters {
            Ranges.check("chance", chance, 0, 1);
            Ranges.check("valueSpread", valueSpread, 0, 0.2);
            Ranges.check("shoutWidth", shoutWidth, 0, 0.2);
            Ranges.check("sizeMax", sizeMax, 0, 0.5);
            Ranges.check("sizeMin", sizeMin, 0, sizeMax);
        }
    }

    NoiseTrader(Parameters parameters, RandomGenerator random, Valuation common) {
        this.parameters = parameters;
        this.random = random;
        this.common = common;
    }

    @Override
    public List<Wish> onUpdate(View view, Update update) {
        if (!(update instanceof Update.Beat) || !view.running() || random.nextDouble() > parameters.chance) {
            return List.of();
        }
        Market market = view.markets().get(random.nextInt(view.markets().size()));
        if (!anchors.containsKey(market.symbol()) && isOneSided(market) && ++patience < PATIENCE_MAX) {
            return List.of();
        }
        Anchor anchor = anchors.computeIfAbsent(market.symbol(), _ -> Anchor.of(view, market));
        boolean buys = random.nextDouble() < 0.5 - 0.5 * anchor.drift(view, market);
        double worth = common.value(market.symbol(), anchor.price(), view.nowMillis());
        double value = worth * (1 + parameters.valueSpread * Math.clamp(random.nextGaussian(), -3, 3));
        double away = parameters.shoutWidth * value * random.nextDouble();
        double spread = parameters.sizeMax - parameters.sizeMin;
        BigDecimal size = market.size(anchor.coins() * (parameters.sizeMin + spread * random.nextDouble()));
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
        if (new Funds(view).take(quote)) {
            wishes.add(quote);
        }
        return wishes;
    }
}
