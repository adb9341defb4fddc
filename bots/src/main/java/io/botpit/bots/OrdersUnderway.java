package io.botpit.bots;

import io.botpit.protocol.OrderChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders that were sent and are not answered, by the {@code client_order_id} that each was given. A message that comes
 * twice places one order, and what became of an order whose answer was lost can be told. For one thread.
 */
final class OrdersUnderway {
    private final Map<String, Wish> unanswered = new LinkedHashMap<>();
    private long lastNumber;

    /** The id that the order is sent under; no other order of this player has it, unless two of his programs start at once. */
    String add(Wish order, long nowMillis) {
        String id = nowMillis + "-" + ++lastNumber;
        unanswered.put(id, order);
        return id;
    }

    void answered(String id) {
        unanswered.remove(id);
    }

    /** The server has these: whether their answers come does not matter any more. */
    void heard(List<OrderChange> orders) {
        orders.forEach(change -> unanswered.remove(change.order().extras().clientOrderId()));
    }

    /** Those of which nothing was heard, oldest first; they are not waited for any more. */
    List<Wish> lost() {
        List<Wish> lost = new ArrayList<>(unanswered.values());
        unanswered.clear();
        return lost;
    }
}
