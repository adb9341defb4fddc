package io.botpit.game.book;

import io.botpit.game.BookView;
import io.botpit.game.InvariantBroken;
import io.botpit.game.Level;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The book of one instrument: strict priority of price, then of arrival. It knows orders, not money; prices are
 * ticks, sizes are lots. One thread.
 */
public final class OrderBook {
    private final HalfBook bids = new HalfBook(Side.BUY);
    private final HalfBook asks = new HalfBook(Side.SELL);
    private final List<PriceLevel> touched = new ArrayList<>();
    private int resting;

    /** Hears which levels changed. */
    @FunctionalInterface
    public interface Changes {
        /** The lots are those of the level now; 0: it is gone. */
        void changed(Side side, Price price, long lots);
    }

    /** The best price of a side, in ticks; 0 if it has no orders. */
    public long best(Side side) {
        PriceLevel best = half(side).best();
        return best == null ? 0 : best.ticks;
    }

    /** Whether an order of {@code side} at {@code worst} ticks or better would meet anything at all. */
    public boolean crosses(Side side, long worst) {
        PriceLevel best = half(side.opposite()).best();
        return best != null && reaches(side, worst, best.ticks);
    }

    /** Lets an incoming order meet resting ones down to {@code worst} ticks; what is left of it is not in the book. */
    public Stop match(Order taker, long worst, Executions executions) {
        Side side = taker.side();
        HalfBook opposite = half(side.opposite());
        while (true) {
            PriceLevel level = opposite.best();
            if (taker.isSatisfied()) {
                return Stop.SATISFIED;
            }
            if (level == null || !reaches(side, worst, level.ticks)) {
                return Stop.NO_MORE_LIQUIDITY;
            }
            Order maker = oldest(level);
            long lots = Math.min(taker.appetite(level.ticks), maker.open());
            if (lots == 0) {
                return Stop.BUDGET_SPENT;
            }
            if (!maker.hasOwnerOf(taker)) {
                trade(maker, taker, lots, executions);
            } else if (preventSelfTrade(maker, taker, lots, executions)) {
                return Stop.SELF_TRADE;
            }
        }
    }

    /** Puts what is left of a limit order at the end of the queue at its price. */
    public void rest(Order order) {
        PriceLevel level = half(order.side()).at(order.ticks());
        level.append(order);
        resting++;
        touch(level);
    }

    /** Takes an order out of the book. */
    public void remove(Order order) {
        PriceLevel level = levelOf(order);
        level.lots -= order.open();
        unlink(order, level);
        touch(level);
    }

    /** Makes a resting order smaller by some of its open lots; it keeps its place. */
    public void shrink(Order order, long lots) {
        if (lots >= order.open()) {
            throw new InvariantBroken("order " + order.id().number() + " would shrink to nothing");
        }
        reduce(order, lots);
        order.shrink(order.ticks(), lots);
    }

    /**
     * What an order could trade with others than its group, best prices first.
     *
     * @param stopAtOwn whether the group's first own order ends it, else own orders are passed over
     */
    public Reach reach(Reaching order, boolean stopAtOwn) {
        HalfBook opposite = half(order.side().opposite());
        long lots = 0;
        long tickLots = 0;
        for (PriceLevel level = opposite.best(); level != null; level = opposite.after(level)) {
            if (!reaches(order.side(), order.worst(), level.ticks)) {
                break;
            }
            for (Order maker = level.oldest; maker != null; maker = maker.newer) {
                if (maker.isOfGroup(order.group())) {
                    if (stopAtOwn) {
                        return new Reach(lots, tickLots);
                    }
                    continue;
                }
                long more = Math.min(maker.open(), order.lots() - lots);
                lots += more;
                tickLots = Math.min(tickLots + more * level.ticks, Amount.UNITS_MAX);
                if (lots == order.lots()) {
                    return new Reach(lots, tickLots);
                }
            }
        }
        return new Reach(lots, tickLots);
    }

    /** An order that asks how far it would go: {@code lots} at {@code worst} ticks or better. */
    public record Reaching(int group, Side side, long worst, long lots) {}

    /** Whether an order rests here. */
    public boolean holds(Order order) {
        PriceLevel level = order.level;
        return level != null && (level.half == bids || level.half == asks);
    }

    /** How many orders rest. */
    public int resting() {
        return resting;
    }

    /** Goes along the resting orders of a side, best first, as long as the visitor wants more. */
    public void walk(Side side, Predicate<Order> more) {
        HalfBook half = half(side);
        for (PriceLevel level = half.best(); level != null; level = half.after(level)) {
            for (Order order = level.oldest; order != null; order = order.newer) {
                if (!more.test(order)) {
                    return;
                }
            }
        }
    }

    /** All resting orders, best first on each side, bids before asks. */
    public List<Order> orders() {
        List<Order> orders = new ArrayList<>(resting);
        bids.forEach(level -> level.addTo(orders));
        asks.forEach(level -> level.addTo(orders));
        return orders;
    }

    /** Tells which levels changed since the last call, bids first, lowest price first; whether any did. */
    public boolean drainChanges(Changes changes) {
        if (touched.isEmpty()) {
            return false;
        }
        if (touched.size() > 1) {
            touched.sort(OrderBook::compare);
        }
        for (PriceLevel level : touched) {
            level.touched = false;
            level.half.tidy(level.page);
            changes.changed(level.half.side, level.price, level.lots);
        }
        touched.clear();
        return true;
    }

    /** The best levels of both sides. */
    public BookView view(Symbol symbol, int levels) {
        return new BookView(symbol, levels(bids, levels), levels(asks, levels));
    }

    /** Never crossed; cheap enough for every command. */
    public void checkNotCrossed() {
        PriceLevel bid = bids.best();
        PriceLevel ask = asks.best();
        if (bid != null && ask != null && bid.ticks >= ask.ticks) {
            throw new InvariantBroken("crossed: bid " + bid.ticks + ", ask " + ask.ticks);
        }
    }

    /** Every level against its orders. */
    public void checkLevels() {
        checkNotCrossed();
        bids.forEach(PriceLevel::check);
        asks.forEach(PriceLevel::check);
    }

    private void trade(Order maker, Order taker, long lots, Executions executions) {
        PriceLevel level = levelOf(maker);
        level.lots -= lots;
        touch(level);
        maker.trade(level.ticks, lots);
        taker.trade(level.ticks, lots);
        if (maker.open() == 0) {
            unlink(maker, level);
        }
        executions.traded(maker, taker, lots);
    }

    /** Whether the taker stops here. */
    private boolean preventSelfTrade(Order maker, Order taker, long lots, Executions executions) {
        SelfTradePrevention mode = taker.terms().selfTradePrevention();
        return switch (mode) {
            case CANCEL_TAKER -> true;
            case CANCEL_MAKER -> {
                cancelOwn(maker, executions);
                yield false;
            }
            case CANCEL_BOTH -> {
                cancelOwn(maker, executions);
                yield true;
            }
            case DECREMENT -> {
                decrement(maker, taker, lots, executions);
                yield false;
            }
        };
    }

    private void cancelOwn(Order maker, Executions executions) {
        long lots = maker.open();
        remove(maker);
        executions.cancelled(maker, lots);
    }

    private void decrement(Order maker, Order taker, long lots, Executions executions) {
        PriceLevel level = levelOf(maker);
        reduce(maker, lots);
        maker.shrink(level.ticks, lots);
        taker.shrink(level.ticks, lots);
        if (maker.open() == 0) {
            unlink(maker, level);
        }
        executions.shrunk(maker, lots);
    }

    private void reduce(Order order, long lots) {
        PriceLevel level = levelOf(order);
        level.lots -= lots;
        touch(level);
    }

    private void unlink(Order order, PriceLevel level) {
        level.unlink(order);
        resting--;
        if (level.isEmpty()) {
            level.half.leave(level);
        }
    }

    private void touch(PriceLevel level) {
        if (!level.touched) {
            level.touched = true;
            touched.add(level);
        }
    }

    private static int compare(PriceLevel one, PriceLevel other) {
        return one.half == other.half ? Long.compare(one.ticks, other.ticks) : one.half.side.compareTo(other.half.side);
    }

    private HalfBook half(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private static boolean reaches(Side side, long worst, long ticks) {
        return side == Side.BUY ? ticks <= worst : ticks >= worst;
    }

    private static Order oldest(PriceLevel level) {
        Order oldest = level.oldest;
        if (oldest == null) {
            throw new InvariantBroken("an empty level at " + level.ticks);
        }
        return oldest;
    }

    private static PriceLevel levelOf(Order order) {
        PriceLevel level = order.level;
        if (level == null) {
            throw new InvariantBroken("order " + order.id().number() + " is not in the book");
        }
        return level;
    }

    private static List<Level> levels(HalfBook half, int count) {
        List<Level> levels = new ArrayList<>();
        for (PriceLevel level = half.best(); level != null && levels.size() < count; level = half.after(level)) {
            levels.add(new Level(level.price, new Quantity(level.lots)));
        }
        return levels;
    }
}
