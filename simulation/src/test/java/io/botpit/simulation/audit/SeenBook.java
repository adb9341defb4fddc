package io.botpit.simulation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.CancelCause;
import io.botpit.game.ClientOrderId;
import io.botpit.game.Event;
import io.botpit.game.Fill;
import io.botpit.game.OrderId;
import io.botpit.game.OrderStatus;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.Trade;
import io.botpit.game.money.Bounds;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.simulation.audit.SeenMoney.Account;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Orders and levels as the events tell of them, with the invariants of orders, book and matching. */
final class SeenBook {
    private final GameRules rules;
    private final SeenMoney money;
    private final Map<Long, SeenOrder> open = new TreeMap<>();
    private final Map<Key, OrderView> firstOfClientId = new HashMap<>();
    private final Map<LevelKey, Long> levels = new HashMap<>();
    private final Deque<Trade> unfilled = new ArrayDeque<>();
    private long orders;
    private long trades;
    private @Nullable SeenOrder taker;

    SeenBook(GameRules rules, SeenMoney money) {
        this.rules = rules;
        this.money = money;
    }

    private record Key(PlayerId player, ClientOrderId id) {}

    private record LevelKey(Symbol symbol, Side side, Price price) {}

    Collection<SeenOrder> open() {
        return open.values();
    }

    static Account holder(SeenOrder order) {
        Instrument instrument = order.instrument;
        return new Account(order.owner(), order.isBuy() ? instrument.quote() : instrument.base());
    }

    /** What a resting order holds. */
    static long hold(SeenOrder order) {
        return order.isBuy() ? order.notional(order.open, order.limit()) : order.open * order.instrument.unitsPerLot();
    }

    void startRecord() {
        taker = null;
    }

    void accepted(OrderView view) {
        assertThat(view.id().number()).as("rule 13: order numbers").isEqualTo(++orders);
        assertThat(view.progress().status()).isEqualTo(OrderStatus.OPEN);
        Instrument instrument = rules.instrument(view.terms().symbol()).orElseThrow();
        SeenOrder order = new SeenOrder(view, instrument);
        bounds(order, instrument.bounds());
        ClientOrderId id = view.terms().clientId();
        if (id != null) {
            assertThat(firstOfClientId.put(new Key(view.owner(), id), view))
                    .as("rule 13: the client order id is new: %s", view)
                    .isNull();
        }
        open.put(order.number(), order);
        taker = order;
    }

    private static void bounds(SeenOrder order, Bounds bounds) {
        if (order.isLimit()) {
            assertThat(order.limit())
                    .as("rule 16: price")
                    .isBetween(bounds.priceMin().ticks(), bounds.priceMax().ticks());
        }
        if (!order.isByBudget()) {
            assertThat(order.open)
                    .as("rule 16: size")
                    .isBetween(bounds.sizeMin().lots(), bounds.sizeMax().lots());
        }
    }

    void repeated(OrderView view) {
        ClientOrderId id = view.terms().clientId();
        assertThat(id).as("repeats an id").isNotNull();
        if (id != null) {
            assertThat(firstOfClientId.get(new Key(view.owner(), id)))
                    .as("rule 13: the first answer again")
                    .isEqualTo(view);
        }
    }

    void traded(Trade trade) {
        assertThat(trade.id().number()).as("trade numbers").isEqualTo(++trades);
        assertThat(unfilled)
                .as("rule 22: both sides of the last trade were told")
                .isEmpty();
        SeenOrder buy = order(trade.buyOrder());
        SeenOrder sell = order(trade.sellOrder());
        SeenOrder maker = buy == taker ? sell : buy;
        assertThat(buy == taker || sell == taker)
                .as("rule 22: the incoming order trades")
                .isTrue();
        assertThat(buy.isBuy() && !sell.isBuy()).as("rule 22: a buy and a sell").isTrue();
        assertThat(buy.owner()).as("rule 21: two owners").isNotEqualTo(sell.owner());
        assertThat(trade.price().ticks()).as("rule 20: the maker's price").isEqualTo(maker.limit());
        assertThat(buy.takes(maker.limit()) && sell.takes(maker.limit()))
                .as("rule 15: within both limits")
                .isTrue();
        assertThat(trade.size().lots()).as("rule 12: size").isBetween(1L, maker.open);
        assertThat(open.values().stream().anyMatch(o -> sameSide(o, maker) && o.isBefore(maker)))
                .as("rule 19: somebody stands before %s", maker.number())
                .isFalse();
        fill(buy, trade);
        fill(sell, trade);
        unfilled.add(trade);
        unfilled.add(trade);
    }

    private static boolean sameSide(SeenOrder one, SeenOrder other) {
        return one.instrument.equals(other.instrument) && one.isBuy() == other.isBuy();
    }

    private static void fill(SeenOrder order, Trade trade) {
        long cost = order.notional(trade.size().lots(), trade.price().ticks());
        order.filled += trade.size().lots();
        order.traded += cost;
        if (order.isByBudget()) {
            order.budget -= cost;
            assertThat(order.budget).as("rule 15: budget").isNotNegative();
        } else {
            order.open -= trade.size().lots();
            assertThat(order.open).as("rule 10: open size").isNotNegative();
        }
    }

    void filled(Fill fill) {
        Trade trade = unfilled.remove();
        boolean buyer = unfilled.size() == 1;
        SeenOrder order = order(buyer ? trade.buyOrder() : trade.sellOrder());
        assertThat(fill)
                .as("rule 22: one side of the trade")
                .isEqualTo(new Fill(
                        trade.id(),
                        trade.symbol(),
                        order.owner(),
                        buyer ? Side.BUY : Side.SELL,
                        trade.buyOrder(),
                        trade.sellOrder(),
                        trade.price(),
                        trade.size(),
                        fill.fee()));
        assertThat(fill.fee().maker()).as("maker's or taker's fee").isEqualTo(order != taker);
        money.filled(fill, order.instrument);
    }

    void amended(OrderView view) {
        SeenOrder order = order(view.id());
        long left = view.progress().open().lots();
        assertThat(left).as("rule 10: an amendment shrinks").isBetween(1L, order.open - 1);
        decremented(order, left);
        order.open = left;
        same(order, view, OrderStatus.OPEN);
    }

    void completed(OrderView view) {
        SeenOrder order = order(view.id());
        decremented(order, 0);
        assertThat(order.filled).as("rule 12: a filled order traded").isPositive();
        order.open = order == taker || isDecrement(order) ? 0 : order.open;
        close(order, view, OrderStatus.FILLED);
        assertThat(view.progress().open().lots()).as("rule 10: nothing is left").isZero();
    }

    void cancelled(OrderView view, CancelCause cause) {
        SeenOrder order = order(view.id());
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
        }
    }

    private boolean isDecrement(SeenOrder maker) {
        return taker != null
                && taker != maker
                && taker.isOpen()
                && taker.owner().equals(maker.owner())
                && taker.terms().selfTradePrevention() == SelfTradePrevention.DECREMENT;
    }

    private void nothingWasLeftToTrade(SeenOrder order) {
        assertThat(order.mayRest()).as("rule 23: this one rests").isFalse();
        boolean collar = !order.isLimit() && rules.trading().collarPermille() > 0;
        for (SeenOrder other : open.values()) {
            boolean crosses = other.instrument.equals(order.instrument)
                    && other.isBuy() != order.isBuy()
                    && order.takes(other.limit());
            if (crosses && !collar && !tooDear(order, other)) {
                throw new AssertionError("rule 23: " + other.number() + " was still there for " + order.number());
            }
        }
    }

    private static boolean tooDear(SeenOrder order, SeenOrder maker) {
        return order.isByBudget() && order.budget < maker.notional(1, maker.limit());
    }

    private void close(SeenOrder order, OrderView view, OrderStatus status) {
        order.status = status;
        same(order, view, status);
        open.remove(order.number());
    }

    private static void same(SeenOrder order, OrderView view, OrderStatus status) {
        assertThat(view.progress().status()).as("rule 11: status").isEqualTo(status);
        assertThat(view.progress().filled().lots()).as("rule 12: filled").isEqualTo(order.filled);
        assertThat(view.progress().traded().units()).as("rule 12: traded").isEqualTo(order.traded);
        assertThat(view.progress().open().lots())
                .as("rule 10: open of %s", view)
                .isEqualTo(order.isByBudget() ? 0 : order.open);
        assertThat(SeenOrder.sizeOf(view))
                .as("rule 10: size is filled, open and cancelled of %s", view)
                .isEqualTo(
                        view.progress().filled().lots() + view.progress().open().lots());
        assertThat(view.owner()).as("rule 42: owner").isEqualTo(order.owner());
    }

    void level(Event.LevelChanged event) {
        LevelKey key = new LevelKey(event.symbol(), event.side(), event.level().price());
        levels.put(key, event.level().size().lots());
    }

    void check() {
        assertThat(unfilled).as("rule 22: fills").isEmpty();
        Map<LevelKey, Long> sums = new HashMap<>();
        Map<PlayerId, Integer> counts = new HashMap<>();
        for (SeenOrder order : open.values()) {
            if (!order.mayRest() || order.open <= 0) {
                throw new AssertionError("rules 10, 14: does not rest: " + order.first);
            }
            counts.merge(order.owner(), 1, Integer::sum);
            LevelKey key = new LevelKey(order.instrument.symbol(), order.terms().side(), new Price(order.limit()));
            sums.merge(key, order.open, Long::sum);
        }
        levels.values().removeIf(size -> size == 0);
        assertThat(levels).as("rule 24: levels are the sums of the open orders").isEqualTo(sums);
        assertThat(counts.values())
                .as("rule 17: open orders")
                .allMatch(count -> count <= rules.limits().ordersOpenMax());
        rules.instruments().forEach(this::notCrossed);
    }

    private void notCrossed(Instrument instrument) {
        List<SeenOrder> here = new ArrayList<>();
        for (SeenOrder order : open.values()) {
            if (order.instrument.equals(instrument)) {
                here.add(order);
            }
        }
        long bid = here.stream()
                .filter(SeenOrder::isBuy)
                .mapToLong(SeenOrder::limit)
                .max()
                .orElse(0);
        long ask = here.stream()
                .filter(o -> !o.isBuy())
                .mapToLong(SeenOrder::limit)
                .min()
                .orElse(Long.MAX_VALUE);
        assertThat(bid).as("rule 18: the book is crossed").isLessThan(ask);
    }

    private SeenOrder order(OrderId id) {
        SeenOrder order = open.get(id.number());
        assertThat(order).as("rule 11: an order that is not open: %s", id).isNotNull();
        if (order == null) {
            throw new AssertionError("no order " + id);
        }
        return order;
    }
}
