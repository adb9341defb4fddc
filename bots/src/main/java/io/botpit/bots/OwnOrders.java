package io.botpit.bots;

import io.botpit.protocol.OrderChange;
import io.botpit.protocol.OrderRecord;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Own open orders, told by replies and by pushes, whichever comes first. An order that is gone stays gone, even if the
 * reply to its placement comes later. For one thread.
 */
final class OwnOrders {
    /** Orders that are not open and still remembered. */
    private static final int REMEMBERED_MAX = 2_000;

    private final Map<String, OpenOrder> open = new LinkedHashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();
    /** What was filled of orders not heard of yet: channels may be told one after the other. */
    private final Map<String, BigDecimal> filledEarly = new LinkedHashMap<>();

    private final String firstSymbol;

    OwnOrders(String firstSymbol) {
        this.firstSymbol = firstSymbol;
    }

    List<OpenOrder> list() {
        return List.copyOf(open.values());
    }

    /** All open orders, from a snapshot. */
    void replace(List<OrderChange> orders) {
        open.clear();
        filledEarly.clear();
        orders.forEach(change -> open.put(change.order().id(), opened(change.order())));
    }

    void change(List<OrderChange> changes) {
        for (OrderChange change : changes) {
            switch (change.event()) {
                case "completed", "cancelled" -> remove(change.order().id());
                case "amended" -> open.replace(change.order().id(), opened(change.order()));
                default -> accepted(change.order());
            }
        }
    }

    /** A new order as it was before it traded. */
    void accepted(OrderRecord order) {
        if (order.isMarket() || gone.contains(order.id()) || open.containsKey(order.id())) {
            return;
        }
        BigDecimal early = filledEarly.remove(order.id());
        open.put(order.id(), opened(order));
        if (early != null) {
            fill(order.id(), early);
        }
    }

    void remove(String id) {
        open.remove(id);
        filledEarly.remove(id);
        if (gone.add(id)) {
            keepNewest(gone);
        }
    }

    /** One of our orders traded. */
    void filled(String id, BigDecimal size) {
        if (!open.containsKey(id) && !gone.contains(id)) {
            filledEarly.merge(id, size, BigDecimal::add);
            keepNewest(filledEarly.keySet());
        }
        fill(id, size);
    }

    private void fill(String id, BigDecimal size) {
        open.computeIfPresent(
                id,
                (_, o) -> new OpenOrder(
                        o.id(), o.symbol(), o.side(), o.price(), o.size().subtract(size)));
    }

    private static void keepNewest(Set<String> ids) {
        if (ids.size() > REMEMBERED_MAX) {
            ids.remove(ids.iterator().next());
        }
    }

    private OpenOrder opened(OrderRecord order) {
        String symbol = order.extras().symbol();
        return new OpenOrder(
                order.id(),
                symbol == null ? firstSymbol : symbol,
                order.isBuy() ? Side.BUY : Side.SELL,
                order.numbers().price(),
                order.numbers().left());
    }
}
