package io.botpit.benchmarks;

import io.botpit.bots.Market;
import io.botpit.bots.OpenOrder;
import io.botpit.bots.Side;
import io.botpit.bots.Strategy;
import io.botpit.bots.View;
import io.botpit.bots.Wish;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the bots of the attack suite are put together from, all in the first market. They know the length of the game, its
 * closing window and that it may end earlier, as every player does; not when.
 */
final class Moves {
    /** The closing window of {@link AttackGame} opens so long before the latest end. */
    private static final long WINDOW_LEFT_MILLIS = AttackGame.WINDOW_MILLIS + AttackGame.SPREAD_MILLIS;

    /** From then on new orders only reduce or are post-only. */
    private static final long CALM_LEFT_MILLIS = AttackGame.CALM_MILLIS + AttackGame.SPREAD_MILLIS;

    private static final long SWEEP_MILLIS = 1_500;
    private static final double HELD_COINS = 3;
    private static final double STEP_COINS = 0.25;
    private static final double WASHED_COINS = 0.5;
    private static final double QUOTED_COINS = 0.3;
    private static final double QUOTE_AWAY = 0.0005;
    private static final double STUB_AWAY = 0.3;
    private static final BigDecimal LEAST_COINS = new BigDecimal("0.02");

    private Moves() {}

    static Strategy nothing() {
        return (_, _) -> List.of();
    }

    /** One after the other on every beat. */
    static Strategy all(Strategy... parts) {
        return (view, update) -> {
            List<Wish> wishes = new ArrayList<>();
            for (Strategy part : parts) {
                wishes.addAll(part.onUpdate(view, update));
            }
            return wishes;
        };
    }

    static Strategy inWindow(Strategy move) {
        return (view, update) -> left(view) <= WINDOW_LEFT_MILLIS ? move.onUpdate(view, update) : List.of();
    }

    /** Just before the calm begins, and again in the last moment that there can be. */
    static Strategy atTheLast(Strategy move) {
        return (view, update) -> {
            long left = left(view);
            boolean now = left <= CALM_LEFT_MILLIS + SWEEP_MILLIS && left > CALM_LEFT_MILLIS
                    || left <= AttackGame.SPREAD_MILLIS + SWEEP_MILLIS;
            return now ? move.onUpdate(view, update) : List.of();
        };
    }

    /** Once the others have quoted. */
    static Strategy afterStart(Strategy move) {
        return (view, update) -> left(view) <= AttackGame.MILLIS - 40_000 ? move.onUpdate(view, update) : List.of();
    }

    /** Buys some coins in the first minute, little by little, and keeps them: a position that a better mark pays for. */
    static Strategy hold() {
        double[] bought = {0};
        return (view, update) -> {
            Market market = market(view);
            Market.Level ask = market.bestAsk();
            if (ask == null || bought[0] >= HELD_COINS || left(view) < AttackGame.MILLIS / 2) {
                return List.of();
            }
            double coins = Math.min(STEP_COINS, ask.size().doubleValue());
            bought[0] += coins;
            return limit(view, Side.BUY, ask.price(), coins);
        };
    }

    /** Buys the best offer whole, again and again, as far as the cash goes. */
    static Strategy lift() {
        return (view, update) -> {
            Market.Level ask = market(view).bestAsk();
            return ask == null
                    ? List.of()
                    : limit(view, Side.BUY, ask.price(), ask.size().doubleValue());
        };
    }

    /** A tiny bid above all others, gone before anybody can sell to it; the next one is there at once. */
    static Strategy flash() {
        return (view, update) -> {
            List<Wish> wishes = new ArrayList<>(cancels(view));
            Market market = market(view);
            Market.Level ask = market.bestAsk();
            if (ask != null) {
                wishes.addAll(limit(view, Side.BUY, ask.price().subtract(market.tick()), LEAST_COINS.doubleValue()));
            }
            return wishes;
        };
    }

    /** Sells to the helper above the market and buys back below it, in turns: turnover and last prices out of nothing. */
    static Strategy passOn() {
        int[] turn = {0};
        return (view, update) -> {
            List<Wish> wishes = new ArrayList<>(cancels(view));
            Side side = turn[0]++ % 2 == 0 ? Side.SELL : Side.BUY;
            inside(market(view)).ifPresent(price -> wishes.addAll(limit(view, side, price, WASHED_COINS)));
            return wishes;
        };
    }

    /** The other half: takes what the bot put inside the spread. */
    static Strategy takeIn() {
        int[] turn = {0};
        return (view, update) -> {
            Market market = market(view);
            Side side = turn[0]++ % 2 == 0 ? Side.BUY : Side.SELL;
            Market.Level best = side == Side.BUY ? market.bestAsk() : market.bestBid();
            return best == null ? List.of() : limit(view, side, best.price(), WASHED_COINS);
        };
    }

    /** Takes the best offers away and puts one up far above, so that the middle of what is left lies high. */
    static Strategy stub() {
        Strategy lift = lift();
        return (view, update) -> {
            List<Wish> wishes = new ArrayList<>(lift.onUpdate(view, update));
            if (view.orders(market(view).symbol()).isEmpty()) {
                double price = market(view).mark().doubleValue() * (1 + STUB_AWAY);
                wishes.addAll(limit(view, Side.SELL, grid(view, price), 1));
            }
            return wishes;
        };
    }

    /** Quotes both sides of the mark and quotes again on every beat: an honest maker. */
    static Strategy quote() {
        return (view, update) -> {
            List<Wish> wishes = new ArrayList<>(cancels(view));
            wishes.addAll(quotes(view));
            return wishes;
        };
    }

    /**
     * The same, but when the mark has moved against a quote it pulls the plug instead of cancelling: its orders stand for
     * the two seconds of grace, are cancelled then, and it is back some seconds later.
     */
    static Strategy quoteAndVanish() {
        double[] quotedAt = {0};
        int[] away = {0};
        return (view, update) -> {
            double mark = market(view).mark().doubleValue();
            if (away[0] > 0) {
                away[0]--;
                return away[0] == AttackGame.BEATS_AWAY - AttackGame.BEATS_OF_GRACE ? cancels(view) : List.of();
            }
            if (quotedAt[0] > 0 && Math.abs(mark / quotedAt[0] - 1) > QUOTE_AWAY) {
                away[0] = AttackGame.BEATS_AWAY;
                quotedAt[0] = 0;
                return List.of();
            }
            quotedAt[0] = mark;
            List<Wish> wishes = new ArrayList<>(cancels(view));
            wishes.addAll(quotes(view));
            return wishes;
        };
    }

    private static List<Wish> quotes(View view) {
        double mark = market(view).mark().doubleValue();
        List<Wish> wishes = new ArrayList<>(limit(view, Side.BUY, grid(view, mark * (1 - QUOTE_AWAY)), QUOTED_COINS));
        wishes.addAll(limit(view, Side.SELL, grid(view, mark * (1 + QUOTE_AWAY)), QUOTED_COINS));
        return wishes;
    }

    private static Optional<BigDecimal> inside(Market market) {
        Market.Level bid = market.bestBid();
        Market.Level ask = market.bestAsk();
        if (bid == null || ask == null) {
            return Optional.empty();
        }
        BigDecimal price =
                bid.price().add(ask.price()).divide(BigDecimal.TWO, market.priceDecimals(), RoundingMode.DOWN);
        boolean between = price.compareTo(bid.price()) > 0 && price.compareTo(ask.price()) < 0;
        return between ? Optional.of(price) : Optional.empty();
    }

    private static List<Wish> cancels(View view) {
        return view.orders().stream()
                .map(OpenOrder::id)
                .<Wish>map(Wish.Cancel::new)
                .toList();
    }

    /** As much of it as the wallet pays for. */
    private static List<Wish> limit(View view, Side side, BigDecimal price, double coins) {
        Market market = market(view);
        double most = side == Side.BUY
                ? view.balance(market.quote()).free().doubleValue() / price.doubleValue()
                : view.balance(market.base()).free().doubleValue();
        BigDecimal size = market.size(Math.min(coins, most));
        return size.compareTo(LEAST_COINS) < 0
                ? List.of()
                : List.of(new Wish.Limit(market.symbol(), side, price, size));
    }

    private static BigDecimal grid(View view, double price) {
        return BigDecimal.valueOf(price).setScale(market(view).priceDecimals(), RoundingMode.HALF_EVEN);
    }

    private static Market market(View view) {
        return view.markets().getFirst();
    }

    private static long left(View view) {
        Long left = view.leftMillis();
        return left == null ? Long.MAX_VALUE : left;
    }
}
