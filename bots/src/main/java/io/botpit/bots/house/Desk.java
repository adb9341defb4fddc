package io.botpit.bots.house;

import io.botpit.bots.Market;
import io.botpit.bots.Side;
import io.botpit.bots.Strategy;
import io.botpit.bots.Update;
import io.botpit.bots.View;
import io.botpit.bots.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The plumbing below the house's traders, one of which sits at each market: what they aim at becomes orders on the grid
 * and within the wallet, no more coins are bought or sold than the cap allows, what is in the book already stays there,
 * and prices are such that they are taken in a classic game, too.
 */
final class Desk implements Strategy {
    private final Rhythm rhythm;
    private final double cap;
    private final Function<Scene, Trader> hire;
    private final Map<String, Seat> seats = new HashMap<>();
    private int turn;

    private record Seat(Anchor anchor, Trader trader) {}

    /** Who is asked on a beat. */
    enum Rhythm {
        ALL_MARKETS,
        /** The markets by turns, so that new quotes never are a burst. */
        IN_TURN
    }

    /**
     * A desk with nobody at it.
     *
     * @param cap how far the coins may drift from where they began before the side that drives them is left out, 0 to 1
     * @param hire makes a market's trader when it is first seen
     */
    Desk(Rhythm rhythm, double cap, Function<Scene, Trader> hire) {
        Ranges.check("cap", cap, 0, 1);
        this.rhythm = rhythm;
        this.cap = cap;
        this.hire = hire;
    }

    @Override
    public List<Wish> onUpdate(View view, Update update) {
        if (update instanceof Update.Traded trade) {
            Optional.ofNullable(seats.get(trade.symbol())).ifPresent(seat -> seat.trader.heard(trade));
        }
        if (!(update instanceof Update.Beat)
                || !view.running()
                || view.markets().isEmpty()) {
            return List.of();
        }
        return asked(view).stream()
                .flatMap(market -> act(view, market).stream())
                .toList();
    }

    private List<Market> asked(View view) {
        List<Market> markets = view.markets();
        return switch (rhythm) {
            case ALL_MARKETS -> markets;
            case IN_TURN -> List.of(markets.get(turn++ % markets.size()));
        };
    }

    private List<Wish> act(View view, Market market) {
        Seat seat = seats.computeIfAbsent(market.symbol(), _ -> {
            Anchor anchor = Anchor.of(view, market);
            return new Seat(anchor, hire.apply(new Scene(view, market, anchor)));
        });
        Scene scene = new Scene(view, market, seat.anchor);
        return switch (seat.trader.aim(scene)) {
            case Aim.Stay _ -> List.of();
            case Aim.Tilt(var tilt) -> Taker.towards(view, market, seat.anchor, Math.clamp(tilt, -cap, cap));
            case Aim.Quote quote -> quote(scene, quote);
        };
    }

    /** A turn takes or quotes: what is taken may change what should be quoted. */
    private List<Wish> quote(Scene scene, Aim.Quote quote) {
        List<Offer> allowed =
                quote.offers().stream().filter(offer -> isAllowed(scene, offer)).toList();
        for (Offer offer : allowed) {
            List<Wish> taken = take(scene, offer);
            if (!taken.isEmpty()) {
                return taken;
            }
        }
        List<Wish.Limit> wanted = new ArrayList<>();
        allowed.forEach(offer -> wanted.add(limit(scene, offer)));
        var own = scene.view().orders(scene.market().symbol());
        return Requote.wishes(own, wanted, quote.tolerance(), new Funds(scene.view()));
    }

    private boolean isAllowed(Scene scene, Offer offer) {
        double drift = scene.drift();
        return offer.price() > 0 && (offer.side() == Side.BUY ? drift <= cap : drift >= -cap);
    }

    /** By a market order, which is taken in every game; never from itself. */
    private static List<Wish> take(Scene scene, Offer offer) {
        var size = scene.market().size(offer.size() * scene.anchor().coins());
        return switch (offer.side()) {
            case BUY ->
                offer.price() < scene.best(Side.SELL, Double.POSITIVE_INFINITY) || scene.leads(Side.SELL)
                        ? List.of()
                        : Taker.buy(scene.view(), scene.market(), size);
            case SELL ->
                offer.price() > scene.best(Side.BUY, 0) || scene.leads(Side.BUY)
                        ? List.of()
                        : Taker.sell(scene.view(), scene.market(), size);
        };
    }

    private static Wish.Limit limit(Scene scene, Offer offer) {
        Market market = scene.market();
        var price = offer.side() == Side.BUY ? market.bid(offer.price()) : market.ask(offer.price());
        return new Wish.Limit(
                market.symbol(),
                offer.side(),
                price,
                market.size(offer.size() * scene.anchor().coins()));
    }
}
