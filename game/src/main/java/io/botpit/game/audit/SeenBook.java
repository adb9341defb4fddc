package io.botpit.game.audit;

import io.botpit.game.CancelCause;
import io.botpit.game.ClientOrderId;
import io.botpit.game.Event;
import io.botpit.game.Fill;
import io.botpit.game.InvariantBroken;
import io.botpit.game.OrderId;
import io.botpit.game.OrderStatus;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.Trade;
import io.botpit.game.audit.SeenMoney.Account;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Bounds;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.GameRules;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Orders as the events tell of them, with the invariants of orders, book and matching. */
final class SeenBook {
    private final GameRules rules;
    private final SeenMoney money;
    private final SeenRoster roster;
    private final SeenQueues queues;
    private final Map<Long, SeenOrder> open = new TreeMap<>();
    private final Map<PlayerId, Map<Long, SeenOrder>> openOf = new TreeMap<>();
    private final Map<Key, OrderView> firstOfClientId = new LinkedHashMap<>();
    private final Deque<Trade> unfilled = new ArrayDeque<>();
    private final Set<SeenOrder> changed = new LinkedHashSet<>();
    private long orders;
    private long trades;
    private @Nullable SeenOrder taker;

    SeenBook(GameRules rules, SeenMoney money, SeenRoster roster) {
        this.rules = rules;
        this.money = money;
        this.roster = roster;
        queues = new SeenQueues(rules);
    }

    private record Key(PlayerId player, ClientOrderId id) {}

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** What a player's open orders hold. */
    Map<Asset, Long> holdsOf(PlayerId player) {
        Map<Asset, Long> holds = new LinkedHashMap<>();
        for (SeenOrder order : openOf(player).values()) {
            Instrument instrument = order.instrument;
            if (order.isBuy()) {
                holds.merge(instrument.quote(), order.notional(order.open, order.limit()), Long::sum);
            } else {
                holds.merge(instrument.base(), order.open * instrument.unitsPerLot(), Long::sum);
            }
        }
        return holds;
    }

    void startRecord() {
        taker = null;
        changed.clear();
    }

    /** An order that is to come. */
    SeenOrder seen(OrderView view) {
        return new SeenOrder(
                view,
                rules.instrument(view.terms().symbol())
                        .orElseThrow(() -> new InvariantBroken("rule 16: no instrument for " + view)));
    }

    /** What an order that is to come asks for: of a budget, the lots that it buys at the best offer. */
    long lotsWanted(SeenOrder order) {
        if (!order.isByBudget()) {
            return order.open;
        }
        return queues.opposite(order).stream()
                .limit(1)
                .mapToLong(best -> order.budget / best.notional(1, best.limit()))
                .sum();
    }

    List<SeenOrder> openBuys(PlayerId player, Instrument instrument) {
        return openOf(player).values().stream()
                .filter(order -> order.isBuy() && order.instrument.equals(instrument))
                .toList();
    }

    /** Whether an order that is to come may come when what trades at once may only reduce a position. */
    boolean mayInCalm(OrderView view) {
        SeenOrder order = seen(view);
        boolean waits = order.isLimit()
                && queues.opposite(order).stream().limit(1).noneMatch(first -> order.takes(first.limit()));
        if (waits || order.isByBudget()) {
            return true;
        }
        Asset base = order.instrument.base();
        long lots = order.open;
        for (SeenOrder other : openOf(view.owner()).values()) {
            boolean beside = other.instrument.equals(order.instrument) && other.isBuy() == order.isBuy();
            lots += beside ? other.open : 0;
        }
        long position = money.position(new Account(view.owner(), base));
        return lots * order.instrument.unitsPerLot() <= (order.isBuy() ? -position : position);
    }

    /** Orders of a side, best first. */
    Collection<SeenOrder> orders(Instrument instrument, Side side) {
        return queues.orders(instrument.symbol(), side);
    }

    void accepted(OrderView view) {
        Must.equal(view.id().number(), ++orders, "rule 13: order number");
        Must.equal(view.progress().status(), OrderStatus.OPEN, "rule 11: a new order");
        SeenOrder order = seen(view);
        bounds(order, order.instrument.bounds());
        ClientOrderId id = view.terms().clientId();
        if (id != null) {
            boolean isNew = firstOfClientId.put(new Key(view.owner(), id), view) == null;
            Must.hold(isNew, "rule 13: the client order id was there before", view);
        }
        open.put(order.number(), order);
        openOf(view.owner()).put(order.number(), order);
        queues.add(order);
        changed.add(order);
        taker = order;
        BigInteger most = BigInteger.valueOf(rules.limits().notionalOpenMax().units());
        boolean fits = !order.mayRest() || openNotional(order.owner()).compareTo(most) <= 0;
        Must.hold(fits, "rule 17: open orders are worth too much", view);
    }

    private static void bounds(SeenOrder order, Bounds bounds) {
        if (order.isLimit()) {
            boolean within = order.limit() >= bounds.priceMin().ticks()
                    && order.limit() <= bounds.priceMax().ticks();
            Must.hold(within, "rule 16: price out of range", order.first);
        }
        if (!order.isByBudget()) {
            boolean within = order.open >= bounds.sizeMin().lots()
                    && order.open <= bounds.sizeMax().lots();
            Must.hold(within, "rule 16: size out of range", order.first);
        }
    }

    void repeated(OrderView view) {
        ClientOrderId id = view.terms().clientId();
        boolean same = id != null && view.equals(firstOfClientId.get(new Key(view.owner(), id)));
        Must.hold(same, "rule 13: not the first answer again", view);
    }

    void traded(Trade trade) {
        Must.equal(trade.id().number(), ++trades, "rule 22: trade number");
        Must.hold(unfilled.isEmpty(), "rule 22: a side of the last trade was not told", trade);
        SeenOrder buy = order(trade.buyOrder());
        SeenOrder sell = order(trade.sellOrder());
        Must.hold(buy == taker || sell == taker, "rule 22: neither order is the incoming one", trade);
        SeenOrder maker = buy == taker ? sell : buy;
        Must.hold(buy.isBuy() && !sell.isBuy(), "rule 22: not a buy and a sell", trade);
        Must.hold(!roster.same(buy.owner(), sell.owner()), "rule 21: one owner on both sides", trade);
        Must.equal(trade.price().ticks(), maker.limit(), "rule 20: the maker's price");
        Must.hold(buy.takes(maker.limit()) && sell.takes(maker.limit()), "rule 15: beyond a limit", trade);
        long lots = trade.size().lots();
        Must.hold(lots >= 1 && lots <= maker.open, "rule 12: size of", trade);
        Must.hold(queues.firstBeside(maker) == maker, "rule 19: somebody stands before the maker", trade);
        fill(buy, trade);
        fill(sell, trade);
        unfilled.add(trade);
        unfilled.add(trade);
    }

    private void fill(SeenOrder order, Trade trade) {
        long cost = order.notional(trade.size().lots(), trade.price().ticks());
        order.filled += trade.size().lots();
        order.traded += cost;
        if (order.isByBudget()) {
            order.budget -= cost;
            Must.hold(order.budget >= 0, "rule 15: more than the budget", trade);
        } else {
            order.open -= trade.size().lots();
            Must.hold(order.open >= 0, "rule 10: more than the size", trade);
        }
        change(order);
    }

    private void change(SeenOrder order) {
        changed.add(order);
        queues.touch(order);
    }

    void filled(Fill fill) {
        Trade trade = unfilled.poll();
        if (trade == null) {
            throw new InvariantBroken("rule 22: a fill without a trade: " + fill);
        }
        boolean buyer = unfilled.size() == 1;
        SeenOrder order = order(buyer ? trade.buyOrder() : trade.sellOrder());
        Fill expected = new Fill(
                trade.id(),
                trade.symbol(),
                order.owner(),
                buyer ? Side.BUY : Side.SELL,
                trade.buyOrder(),
                trade.sellOrder(),
                trade.price(),
                trade.size(),
                fill.fee());
        Must.equal(fill, expected, "rule 22: one side of the trade");
        Must.equal(fill.fee().maker(), order != taker, "rule 8: maker's or taker's fee");
        money.filled(fill, order.instrument);
    }

    void amended(OrderView view) {
        SeenOrder order = order(view.id());
        long left = view.progress().open().lots();
        Must.hold(left >= 1 && left < order.open, "rule 10: an amendment shrinks", view);
        decremented(order, left);
        order.open = left;
        change(order);
        same(order, view, OrderStatus.OPEN);
    }

    void completed(OrderView view) {
        SeenOrder order = order(view.id());
        decremented(order, 0);
        Must.hold(order.filled > 0, "rule 12: filled without a trade", view);
        order.open = order == taker || isDecrement(order) ? 0 : order.open;
        close(order, view, OrderStatus.FILLED);
        Must.equal(view.progress().open().lots(), 0L, "rule 10: left of a filled order");
    }

    void cancelled(OrderView view, CancelCause cause) {
        SeenOrder order = order(view.id());
        if (cause == CancelCause.SELF_TRADE) {
            boolean own = taker != null && roster.same(taker.owner(), order.owner());
            Must.hold(own, "rule 21: cancelled for a trade that others would have had", view);
        }
        if (cause == CancelCause.SELF_TRADE && isDecrement(order)) {
            decremented(order, 0);
            order.open = 0;
        }
        if (cause == CancelCause.NO_MORE_LIQUIDITY) {
            nothingWasLeftToTrade(order);
        }
        close(order, view, OrderStatus.CANCELLED);
    }

    /** A resting order shrank against the incoming one of the same owner: so did the incoming one. */
    private void decremented(SeenOrder maker, long left) {
        if (taker != null && isDecrement(maker)) {
            long lots = maker.open - left;
            taker.open -= taker.isByBudget() ? 0 : lots;
            taker.budget -= taker.isByBudget() ? maker.notional(lots, maker.limit()) : 0;
            change(taker);
        }
    }

    private boolean isDecrement(SeenOrder maker) {
        return taker != null
                && taker != maker
                && taker.isOpen()
                && roster.same(taker.owner(), maker.owner())
                && taker.terms().selfTradePrevention() == SelfTradePrevention.DECREMENT;
    }

    private void nothingWasLeftToTrade(SeenOrder order) {
        Must.hold(!order.mayRest(), "rule 23: this one rests", order.first);
        boolean collar = !order.isLimit() && rules.trading().collarPermille() > 0;
        if (collar) {
            return;
        }
        for (SeenOrder other : queues.opposite(order)) {
            if (!order.takes(other.limit())) {
                return;
            }
            Must.hold(tooDear(order, other), "rule 23: somebody was still there for " + order.number(), other.first);
        }
    }

    private static boolean tooDear(SeenOrder order, SeenOrder maker) {
        return order.isByBudget() && order.budget < maker.notional(1, maker.limit());
    }

    private void close(SeenOrder order, OrderView view, OrderStatus status) {
        order.status = status;
        same(order, view, status);
        open.remove(order.number());
        openOf(order.owner()).remove(order.number());
        queues.remove(order);
    }

    private static void same(SeenOrder order, OrderView view, OrderStatus status) {
        Must.equal(view.progress().status(), status, "rule 11: status");
        Must.equal(view.progress().filled().lots(), order.filled, "rule 12: filled lots");
        Must.equal(view.progress().traded().units(), order.traded, "rule 12: traded units");
        Must.equal(view.progress().open().lots(), order.isByBudget() ? 0L : order.open, "rule 10: open lots");
        Must.equal(
                SeenOrder.sizeOf(view),
                view.progress().filled().lots() + view.progress().open().lots(),
                "rule 10: size is filled, open and cancelled");
        Must.equal(view.owner(), order.owner(), "rule 42: owner of an order");
    }

    void level(Event.LevelChanged event) {
        queues.level(event);
    }

    /** What the command changed. */
    void check() {
        Must.hold(unfilled.isEmpty(), "rule 22: a side of a trade was not told", unfilled);
        for (SeenOrder order : changed) {
            Must.hold(!order.isOpen() || rests(order), "rules 10, 14: this cannot rest", order.first);
            boolean few = openOf(order.owner()).size() <= rules.limits().ordersOpenMax();
            Must.hold(few, "rule 17: too many open orders", order.owner());
        }
        queues.check();
    }

    private BigInteger openNotional(PlayerId player) {
        return openOf(player).values().stream()
                .map(order -> BigInteger.valueOf(order.notional(order.open, order.limit())))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** All there is. */
    void checkAll() {
        open.values().forEach(order -> Must.hold(rests(order), "rules 10, 14: this cannot rest", order.first));
        queues.checkAll();
    }

    private static boolean rests(SeenOrder order) {
        return order.mayRest() && order.open > 0;
    }

    private Map<Long, SeenOrder> openOf(PlayerId player) {
        return openOf.computeIfAbsent(player, _ -> new TreeMap<>());
    }

    private SeenOrder order(OrderId id) {
        SeenOrder order = open.get(id.number());
        if (order == null) {
            throw new InvariantBroken("rule 11: order " + id.number() + " is not open");
        }
        return order;
    }
}
