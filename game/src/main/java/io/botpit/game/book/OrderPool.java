package io.botpit.game.book;

import io.botpit.game.InvariantBroken;
import io.botpit.game.OrderView;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes orders, and makes them again of those that are done: a busy game places millions, and has few at a time. Whoever
 * gives one back forgets it. One thread.
 */
public final class OrderPool {
    private final List<Order> idle = new ArrayList<>();

    /**
     * An order on its way in.
     *
     * @param group orders of one group do not trade with each other
     * @param budget in tick-lots, 0 unless the order is by budget
     */
    public Order take(OrderView.Placement placement, int group, long budget) {
        if (idle.isEmpty()) {
            return new Order(placement, group, budget);
        }
        Order order = idle.removeLast();
        order.begin(placement, group, budget);
        return order;
    }

    /** Takes back an order that is in no book any more. */
    public void giveBack(Order order) {
        if (order.level != null || order.isIdle) {
            throw new InvariantBroken("order " + order.id().number() + " is not done");
        }
        order.isIdle = true;
        idle.add(order);
    }
}
