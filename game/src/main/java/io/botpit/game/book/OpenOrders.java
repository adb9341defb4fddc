package io.botpit.game.book;

import io.botpit.game.InvariantBroken;
import io.botpit.game.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * All open orders of one game by their numbers: an open-addressing table with linear probing. Numbers are given one after
 * the other. Young orders lie side by side, sixteen to a block; the blocks are scattered, or many old orders in a row would be
 * in the way of the young ones. One thread.
 */
public final class OpenOrders {
    private static final int CAPACITY_AT_START = 64;
    private static final int BLOCK_BITS = 4;

    /** 2^64 by the golden ratio: its multiples lie far from each other, however many there are (Knuth, volume 3, 6.4). */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    /** The number of the order in the same place; 0: none. Looking along them touches no order. */
    private long[] numbers = new long[CAPACITY_AT_START];

    private @Nullable Order[] orders = new Order[CAPACITY_AT_START];
    private int size;

    /** The open order of this number, or null. */
    public @Nullable Order find(OrderId id) {
        return orders[slot(id.number())];
    }

    public void add(Order order) {
        if (2 * ++size > numbers.length) {
            grow();
        }
        put(order);
    }

    public void remove(Order order) {
        int slot = slot(order.number());
        if (orders[slot] != order) {
            throw new InvariantBroken("order " + order.number() + " is not open");
        }
        size--;
        clear(slot);
        closeGap(slot);
    }

    /** Moves those up that stood behind the gap because their own slot was taken. */
    private void closeGap(int from) {
        int mask = numbers.length - 1;
        int gap = from;
        int next = (gap + 1) & mask;
        for (long number = numbers[next]; number != 0; number = numbers[next]) {
            if (((next - home(number)) & mask) >= ((next - gap) & mask)) {
                numbers[gap] = number;
                orders[gap] = orders[next];
                clear(next);
                gap = next;
            }
            next = (next + 1) & mask;
        }
    }

    private void clear(int slot) {
        numbers[slot] = 0;
        orders[slot] = null;
    }

    private void grow() {
        @Nullable Order[] before = orders;
        numbers = new long[2 * before.length];
        orders = new Order[2 * before.length];
        for (Order order : before) {
            if (order != null) {
                put(order);
            }
        }
    }

    private void put(Order order) {
        long number = order.number();
        int slot = slot(number);
        if (numbers[slot] != 0) {
            throw new InvariantBroken("order " + number + " is open already");
        }
        numbers[slot] = number;
        orders[slot] = order;
    }

    /** Where the order of this number is, or would be. */
    private int slot(long number) {
        int mask = numbers.length - 1;
        int slot = home(number);
        while (numbers[slot] != 0 && numbers[slot] != number) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Where it is if no other was there first: the block by the highest bits of a product, the place in it by the lowest. */
    private int home(long number) {
        long block = (number >>> BLOCK_BITS) * SCATTER >>> Long.numberOfLeadingZeros(numbers.length) + 1 + BLOCK_BITS;
        return (int) block << BLOCK_BITS | (int) number & (1 << BLOCK_BITS) - 1;
    }
}
