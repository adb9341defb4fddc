package io.botpit.game.book;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open orders of one player, oldest first, in all books of a game. One thread. */
public final class OwnOrders {
    private @Nullable Order oldest;
    private @Nullable Order newest;
    private int size;

    public int size() {
        return size;
    }

    /** A newer order than all before. */
    public void add(Order order) {
        Order before = newest;
        order.olderOwn = before;
        if (before == null) {
            oldest = order;
        } else {
            before.newerOwn = order;
        }
        newest = order;
        size++;
    }

    public void remove(Order order) {
        Order before = order.olderOwn;
        Order after = order.newerOwn;
        if (before == null) {
            oldest = after;
        } else {
            before.newerOwn = after;
        }
        if (after == null) {
            newest = before;
        } else {
            after.olderOwn = before;
        }
        order.olderOwn = null;
        order.newerOwn = null;
        size--;
    }

    /** All of them as they are now. */
    public List<Order> list() {
        List<Order> list = new ArrayList<>(size);
        for (Order order = oldest; order != null; order = order.newerOwn) {
            list.add(order);
        }
        return list;
    }
}
