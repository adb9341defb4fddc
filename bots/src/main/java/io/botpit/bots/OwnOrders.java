package io.botpit.bots;

import io.botpit.protocol.OrderChange;
import io.botpit.protocol.OrderRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Own open orders: of each the size as it was told last, less what was filled by later sequences, whichever channel
 * speaks first. An order that is gone stays gone, even if the reply to its placement comes later. For one thread.
 */
final class OwnOrders {
    /** Orders that are not open and still remembered, and orders whose fills are. */
    private static final int REMEMBERED_MAX = 2_000;

    private final Map<String, Known> open = new LinkedHashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final Map<String, List<Fill>> fills = new LinkedHashMap<>();

    private final String firstSymbol;

    /** @param asOf the sequence as of which the size was told: what was filled later is to be taken off */
    private record Known(OpenOrder order, long asOf) {}

    private record Fill(long sequence, BigDecimal size) {}

    OwnOrders(String firstSymbol) {
        this.firstSymbol = firstSymbol;
    }

    List<OpenOrder> list() {
        return open.values().stream().map(Known::order).toList();
    }

    /** All open orders, from a snapshot. */
    void replace(List<OrderChange> orders, long sequence) {
        open.clear();
        orders.forEach(change -> put(change.order(), sequence));
    }

    void change(List<OrderChange> changes, long sequence) {
        for (OrderChange change : changes) {
            switch (change.event()) {
                case "completed", "cancelled" -> remove(change.order().id());
                case "amended" -> {
                    if (open.containsKey(change.order().id())) {
                        put(change.order(), sequence);
                    }
                }
                default -> accepted(change.order());
            }
        }
    }

    /** A new order as it was before it traded, told by its reply or by a push. */
    void accepted(OrderRecord order) {
        if (!order.isMarket() && !gone.contains(order.id()) && !open.containsKey(order.id())) {
            put(order, 0);
        }
    }

    void remove(String id) {
        open.remove(id);
        if (gone.add(id)) {
            keepNewest(gone);
        }
    }

    /** One of our orders traded. */
    void filled(String id, BigDecimal size, long sequence) {
        fills.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Fill(sequence, size));
        keepNewest(fills.keySet());
        open.computeIfPresent(
                id, (_, known) -> sequence > known.asOf() ? new Known(less(known.order(), size), known.asOf()) : known);
    }

    private void put(OrderRecord order, long asOf) {
        BigDecimal filled = fills.getOrDefault(order.id(), List.of()).stream()
                .filter(fill -> fill.sequence() > asOf)
                .map(Fill::size)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        open.put(order.id(), new Known(less(opened(order), filled), asOf));
    }

    private static OpenOrder less(OpenOrder order, BigDecimal filled) {
        return new OpenOrder(
                order.id(),
                order.symbol(),
                order.side(),
                order.price(),
                order.size().subtract(filled));
    }

    private static void keepNewest(Collection<String> ids) {
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
