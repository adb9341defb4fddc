package io.botpit.bots.house;

import io.botpit.bots.Market;
import io.botpit.bots.View;
import io.botpit.bots.Wish;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Market orders that take what is at the best price and no more, within the wallet. */
final class Taker {
    /** One order's size at most, as a fraction of the starting coins. */
    private static final double STEP_MAX = 0.01;

    private Taker() {}

    /** The next order towards {@code starting coins x (1 + tilt)}; none if that is reached or nobody trades. */
    static List<Wish> towards(View view, Market market, Anchor anchor, double tilt) {
        double gap = (tilt - anchor.drift(view, market)) * anchor.coins();
        BigDecimal step = market.size(Math.min(Math.abs(gap), STEP_MAX * anchor.coins()));
        return gap > 0 ? buy(view, market, step) : sell(view, market, step);
    }

    static List<Wish> buy(View view, Market market, BigDecimal size) {
        Market.Level ask = market.bestAsk();
        if (ask == null) {
            return List.of();
        }
        BigDecimal cost = size.min(ask.size()).multiply(ask.price());
        BigDecimal budget = cost.min(view.balance(market.quote()).free()).setScale(2, RoundingMode.DOWN);
        return budget.compareTo(Funds.NOTIONAL_MIN) < 0 ? List.of() : List.of(new Wish.BuyNow(market.symbol(), budget));
    }

    static List<Wish> sell(View view, Market market, BigDecimal size) {
        Market.Level bid = market.bestBid();
        if (bid == null) {
            return List.of();
        }
        BigDecimal sold = size.min(bid.size()).min(view.balance(market.base()).free());
        return sold.multiply(bid.price()).compareTo(Funds.NOTIONAL_MIN) < 0
                ? List.of()
                : List.of(new Wish.SellNow(market.symbol(), sold));
    }
}
