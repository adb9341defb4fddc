package io.botpit.game.book;

import io.botpit.game.InvariantBroken;
import io.botpit.game.money.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All resting orders of one side at one price, oldest first. */
final class PriceLevel {
    final Price price;
    final long ticks;
    final long rank;
    final HalfBook half;
    final PricePage page;

    /** Whether the book knows already that the present command changed it. */
    boolean touched;

    @Nullable
    Order oldest;

    @Nullable
    Order newest;

    /** Sum of the orders' open lots. */
    long lots;

    PriceLevel(long rank, HalfBook half, PricePage page) {
        this.rank = rank;
        this.half = half;
        this.page = page;
        ticks = Math.abs(rank);
        price = new Price(ticks);
    }

    boolean isEmpty() {
        return oldest == null;
    }

    void append(Order order) {
        order.level = this;
        order.older = newest;
        order.newer = null;
        if (newest == null) {
            oldest = order;
        } else {
            newest.newer = order;
        }
        newest = order;
        lots += order.open();
    }

    /** Takes an order out; its open lots must already be off the level. */
    void unlink(Order order) {
        Order before = order.older;
        Order after = order.newer;
        if (before == null) {
            oldest = after;
        } else {
            before.newer = after;
        }
        if (after == null) {
            newest = before;
        } else {
            after.older = before;
        }
        order.level = null;
        order.older = null;
        order.newer = null;
    }

    void addTo(List<Order> orders) {
        for (Order order = oldest; order != null; order = order.newer) {
            orders.add(order);
        }
    }

    /** The sum of open lots, order by order, must be what the level says. */
    void check() {
        long sum = 0;
        for (Order order = oldest; order != null; order = order.newer) {
            if (order.open() < 1 || order.ticks() != ticks || order.level != this) {
                throw new InvariantBroken("order " + order.id().number() + " does not belong at " + ticks);
            }
            sum += order.open();
        }
        if (sum != lots || sum == 0) {
            throw new InvariantBroken("level " + ticks + " says " + lots + " lots, its orders " + sum);
        }
    }
}
