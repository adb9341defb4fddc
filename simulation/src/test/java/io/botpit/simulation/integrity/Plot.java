package io.botpit.simulation.integrity;

import io.botpit.bots.Market;
import io.botpit.bots.Side;
import io.botpit.bots.Strategy;
import io.botpit.bots.Update;
import io.botpit.bots.View;
import io.botpit.bots.Wish;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.Fill;
import io.botpit.game.PlayerId;
import io.botpit.game.money.Symbol;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Two bots that play like honest ones, but one of which feeds the other: now and then the receiver quotes a price that is good
 * for it, and the giver takes it on its next beat. One thread.
 */
final class Plot {
    static final String RECEIVER = "receiver";
    static final String GIVER = "giver";

    /** What the coins of one kind are worth that everybody starts with. */
    private static final double COINS = 10_000;

    /** What the giver asks for beyond the receiver's quote, since others may stand before it. */
    private static final double BESIDES = 0.8;

    private final SplittableRandom random;
    private final double target;
    private final double premium;
    private final double size;
    private final int pause;
    private @Nullable Offer offer;
    private boolean gave;
    private int beat;
    private final Map<PlayerId, String> names = new HashMap<>();
    private final Map<Symbol, Long> marks = new HashMap<>();
    private @Nullable String buyer;
    private double moved;

    /** What the receiver quotes and the giver knows of. */
    private record Offer(String symbol, Side side, BigDecimal price, BigDecimal size) {}

    /**
     * Nothing is fed yet.
     *
     * @param target what is to be fed, in the quote asset
     * @param beats of each player until the end
     */
    Plot(long seed, double target, int beats) {
        this.random = new SplittableRandom(seed);
        this.target = target;
        this.pause = random.nextInt(1, 4);
        this.size = COINS * random.nextDouble(0.08, 0.25);
        // Half of the plots are as quiet as they can be and still reach their target; the others go far from the mark.
        double quiet = 3 * target / (size * beats / pause);
        this.premium = random.nextBoolean() ? quiet : Math.max(quiet, random.nextDouble(0.02, 0.2));
    }

    Strategy receiving(Strategy honest) {
        return (view, update) -> {
            if (!(update instanceof Update.Beat) || !view.running() || moved >= target || ++beat % pause != 0) {
                return honest.onUpdate(view, update);
            }
            Market market = view.markets().get(random.nextInt(view.markets().size()));
            Offer quote = quote(view, market);
            offer = quote;
            return List.of(
                    new Wish.CancelAll(quote.symbol),
                    new Wish.Limit(quote.symbol, quote.side, quote.price, quote.size));
        };
    }

    Strategy giving(Strategy honest) {
        return (view, update) -> {
            if (!(update instanceof Update.Beat) || !view.running()) {
                return honest.onUpdate(view, update);
            }
            Offer wanted = offer;
            boolean tidy = gave;
            offer = null;
            gave = wanted != null;
            if (wanted != null) {
                return take(wanted, view);
            }
            return tidy ? List.of(new Wish.CancelAll(null)) : honest.onUpdate(view, update);
        };
    }

    /** Takes the offer and whatever stands before it. */
    private static List<Wish> take(Offer wanted, View view) {
        Market market = view.market(wanted.symbol);
        Side side = wanted.side == Side.BUY ? Side.SELL : Side.BUY;
        double rich = side == Side.BUY
                ? view.balance(market.quote()).total().doubleValue() / wanted.price.doubleValue()
                : view.balance(market.base()).total().doubleValue();
        BigDecimal besides = market.size(BESIDES * COINS / market.mark().doubleValue());
        BigDecimal size = wanted.size.add(besides).min(market.size(0.99 * rich));
        return List.of(new Wish.CancelAll(null), new Wish.Limit(wanted.symbol, side, wanted.price, size));
    }

    /** Sells when it has more coins than at the start, and buys when it has fewer: so both can go on for ever. */
    private Offer quote(View view, Market market) {
        double mark = market.mark().doubleValue();
        double coins = view.balance(market.base()).total().doubleValue() * mark;
        Side side = coins >= COINS ? Side.SELL : Side.BUY;
        double price = mark * (side == Side.SELL ? 1 + premium : 1 - premium);
        double rich =
                side == Side.SELL ? coins : view.balance(market.quote()).total().doubleValue();
        BigDecimal lots = market.size(Math.min(size, 0.99 * rich) / mark);
        return new Offer(market.symbol(), side, side == Side.SELL ? market.ask(price) : market.bid(price), lots);
    }

    /** Whether all was fed that was to be. */
    boolean succeeded() {
        return moved >= target;
    }

    /** Counts what was fed: as good as the mark of that moment says. */
    void see(Committed commit) {
        for (Event event : commit.events()) {
            switch (event) {
                case Event.Admitted(var player, var name) -> names.put(player, name);
                case Event.MarkChanged(var symbol, var mark) -> marks.put(symbol, mark.ticks());
                case Event.Filled(var fill) -> count(fill);
                default -> {
                    // no concern of the plot
                }
            }
        }
    }

    private void count(Fill fill) {
        if (fill.side() == io.botpit.game.Side.BUY) {
            buyer = names.get(fill.owner());
            return;
        }
        String seller = names.get(fill.owner());
        long mark = marks.getOrDefault(fill.symbol(), fill.price().ticks());
        double toBuyer = (mark - fill.price().ticks()) * fill.size().lots() / 1e10;
        if (RECEIVER.equals(buyer) && GIVER.equals(seller)) {
            moved += toBuyer;
        } else if (GIVER.equals(buyer) && RECEIVER.equals(seller)) {
            moved -= toBuyer;
        }
    }
}
