package io.botpit.game.book;

import io.botpit.game.InvariantBroken;
import io.botpit.game.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * All open orders of one game by their numbers: an open-addressing table with linear probing. Numbers are given one
 * after the other, so that the lowest bits are as good as a hash: young orders lie side by side. One thread.
 */
public final class OpenOrders {
    private static final int CAPACITY_AT_START = 64;

    private @Nullable Order[] table = new Order[CAPACITY_AT_START];
    private int size;

    /** The open order of this number, or null. */
    public @Nullable Order find(OrderId id) {
        return table[slot(table, id.number())];
    }

    public void add(Order order) {
        if (2 * ++size > table.length) {
            grow();
        }
        put(table, order);
    }

    public void remove(Order order) {
        int slot = slot(table, order.id().number());
        if (table[slot] != order) {
            throw new InvariantBroken("order " + order.id().number() + " is not open");
        }
        size--;
        table[slot] = null;
        closeGap(slot);
    }

    /** Moves those up that stood behind the gap because their own slot was taken. */
    private void closeGap(int from) {
        int mask = table.length - 1;
        int gap = from;
        int next = (gap + 1) & mask;
        for (Order order = table[next]; order != null; order = table[next]) {
            int home = (int) order.id().number() & mask;
            if (((next - home) & mask) >= ((next - gap) & mask)) {
                table[gap] = order;
                table[next] = null;
                gap = next;
            }
            next = (next + 1) & mask;
        }
    }

    private void grow() {
        @Nullable Order[] larger = new Order[2 * table.length];
        for (Order order : table) {
            if (order != null) {
                put(larger, order);
            }
        }
        table = larger;
    }

    private static void put(@Nullable Order[] table, Order order) {
        int slot = slot(table, order.id().number());
        if (table[slot] != null) {
            throw new InvariantBroken("order " + order.id().number() + " is open already");
        }
        table[slot] = order;
    }

    /** Where the order of this number is, or would be. */
    private static int slot(@Nullable Order[] table, long number) {
        int mask = table.length - 1;
        int slot = (int) number & mask;
        for (Order order = table[slot]; order != null && order.id().number() != number; order = table[slot]) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
