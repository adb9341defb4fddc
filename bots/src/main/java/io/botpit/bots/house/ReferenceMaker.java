package io.botpit.bots.house;

import io.botpit.bots.Market;
import io.botpit.bots.Side;
import io.botpit.bots.Strategy;
import io.botpit.bots.Update;
import io.botpit.bots.View;
import io.botpit.bots.Wish;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Quotes both sides of every market around the price its guide tells, whatever the market thinks: what is taken from it
 * it puts up again on its next beat, as long as it has coins and cash, and no trade moves it.
 */
final class ReferenceMaker implements Strategy {
    /** A quote stays while it is no further than this from where it should be, in half spreads. */
    private static final double TOLERANCE = 0.25;

    private final Guide guide;

    ReferenceMaker(Guide guide) {
        this.guide = guide;
    }

    @Override
    public List<Wish> onUpdate(View view, Update update) {
        if (!(update instanceof Update.Beat) || !view.running()) {
            return List.of();
        }
        Funds funds = new Funds(view);
        List<Wish> wishes = new ArrayList<>();
        for (Market market : view.markets()) {
            guide.quotes(market.symbol())
                    .ifPresent(quotes -> wishes.addAll(Requote.wishes(
                            view.orders(market.symbol()),
                            wanted(market, quotes),
                            TOLERANCE * quotes.halfSpread() * quotes.price(),
                            funds)));
        }
        return wishes;
    }

    /** Nearest first: they are the ones that are put up where the funds do not reach for all. */
    private static List<Wish.Limit> wanted(Market market, Guide.Quotes quotes) {
        List<Wish.Limit> wanted = new ArrayList<>();
        BigDecimal size = market.size(quotes.size());
        for (int level = 0; level < quotes.levels(); level++) {
            double away = quotes.price() * (quotes.halfSpread() + level * quotes.step());
            wanted.add(limit(market, Side.BUY, quotes.price() - away, size));
            wanted.add(limit(market, Side.SELL, quotes.price() + away, size));
        }
        return wanted;
    }

    /** On the grid, and never nearer than it should be. */
    private static Wish.Limit limit(Market market, Side side, double price, BigDecimal size) {
        RoundingMode away = side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING;
        return new Wish.Limit(
                market.symbol(), side, BigDecimal.valueOf(price).setScale(market.priceDecimals(), away), size);
    }
}
