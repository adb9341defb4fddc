package io.botpit.bots.house;

import io.botpit.bots.Market;
import io.botpit.bots.OpenOrder;
import io.botpit.bots.Side;
import io.botpit.bots.Strategy;
import io.botpit.bots.Update;
import io.botpit.bots.View;
import io.botpit.bots.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Quotes both sides of every market and lives on the spread. As in Avellaneda and Stoikov, <i>High-frequency trading in
 * a limit order book</i>, Quantitative Finance 8(3), 2008, the quotes lie around a reservation price that moves against
 * the inventory, and the spread grows with volatility. Simpler than there: the horizon is constant, inventory counts in
 * starting wallets, and the spread is a floor plus a multiple of the measured volatility.
 *
 * <p>The reservation price starts from an own slow estimate and not from the middle of the book: where makers are
 * nearly alone, the middle is their own echo, and leaning on it would set the price swinging.
 */
final class MarketMaker implements Strategy {
    private static final int LEVELS = 3;
    /** Price shift, as a fraction, when the inventory is one starting wallet off. */
    private static final double SKEW = 0.12;
    /** Half the spread at rest, as a fraction of the price. */
    private static final double HALF_SPREAD = 0.002;
    /** Distance of one level to the next, in half spreads. */
    private static final double LEVEL_STEP = 0.8;
    /** How much of the gap to the mark the estimate closes per turn. */
    private static final double ESTIMATE_GAIN = 0.02;

    private static final double VOLATILITY_GAIN = 0.1;
    private static final double VOLATILITY_MAX = 0.01;
    /** One level's size, as a fraction of the starting coins. */
    private static final double LEVEL_SIZE = 0.04;
    /** A quote stays while it is no further than this from where it should be, in half spreads. */
    private static final double TOLERANCE = 0.35;

    private final RandomGenerator random;
    private final Map<String, Book> books = new HashMap<>();
    private int turn;

    MarketMaker(RandomGenerator random) {
        this.random = random;
    }

    /** What it remembers of one market. */
    private static final class Book {
        private final Anchor anchor;
        private double estimate;
        private double lastMark;
        private double volatility;

        private Book(Anchor anchor) {
            this.anchor = anchor;
            this.estimate = anchor.price();
            this.lastMark = anchor.price();
        }

        private void learn(double mark) {
            double move = Math.abs(mark / lastMark - 1);
            volatility = Math.min(VOLATILITY_MAX, volatility + VOLATILITY_GAIN * (move - volatility));
            estimate += ESTIMATE_GAIN * (mark - estimate);
            lastMark = mark;
        }

        private double halfSpread() {
            return HALF_SPREAD + volatility;
        }
    }

    /** One market per beat, so that a requote never is a burst. */
    @Override
    public List<Wish> onUpdate(View view, Update update) {
        if (!(update instanceof Update.Beat)
                || !view.running()
                || view.markets().isEmpty()) {
            return List.of();
        }
        Market market = view.markets().get(turn++ % view.markets().size());
        Book book = books.computeIfAbsent(market.symbol(), _ -> new Book(Anchor.of(view, market)));
        book.learn(market.mark().doubleValue());
        return requote(view, market, quotes(view, market, book), book);
    }

    /** The first level on each side is where the reservation price and the rules allow it; the others follow outwards. */
    private List<Wish.Limit> quotes(View view, Market market, Book book) {
        double reservation = book.estimate * (1 - SKEW * book.anchor.drift(view, market));
        double distance = book.halfSpread() * reservation;
        double bid = market.bid(reservation - distance).doubleValue();
        double ask = market.ask(reservation + distance).doubleValue();
        List<Wish.Limit> quotes = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            double further = LEVEL_STEP * distance * level;
            var size = market.size(LEVEL_SIZE * book.anchor.coins() * (0.8 + 0.4 * random.nextDouble()));
            quotes.add(new Wish.Limit(market.symbol(), Side.BUY, market.bid(bid - further), size));
            quotes.add(new Wish.Limit(market.symbol(), Side.SELL, market.ask(ask + further), size));
        }
        return quotes;
    }

    /** Cancels what is off, places what is missing, leaves the rest in its place in the queue. */
    private static List<Wish> requote(View view, Market market, List<Wish.Limit> wanted, Book book) {
        double tolerance = TOLERANCE * book.halfSpread() * book.estimate;
        List<Wish.Limit> missing = new ArrayList<>(wanted);
        List<Wish> wishes = new ArrayList<>();
        for (OpenOrder order : view.orders(market.symbol())) {
            if (!missing.removeIf(quote -> covers(order, quote, tolerance))) {
                wishes.add(new Wish.Cancel(order.id()));
            }
        }
        Funds funds = new Funds(view, market);
        missing.stream().filter(funds::take).forEach(wishes::add);
        return wishes;
    }

    private static boolean covers(OpenOrder order, Wish.Limit quote, double tolerance) {
        return order.side() == quote.side()
                && order.price().subtract(quote.price()).abs().doubleValue() <= tolerance
                && order.size().doubleValue() >= quote.size().doubleValue() / 2;
    }
}
