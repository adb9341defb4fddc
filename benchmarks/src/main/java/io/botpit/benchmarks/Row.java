package io.botpit.benchmarks;

import io.botpit.game.Side;

/**
 * One command of an {@link OrderStream}.
 *
 * @param order number of the order, from 1 upwards; of a cancel, the order that it names
 * @param user 1 or more
 * @param ticks the limit; 0 for a cancel
 * @param lots 0 for a cancel
 */
record Row(Op op, long order, int user, Side side, long ticks, int lots) {
    enum Op {
        /** Trade what crosses, rest what is left. */
        LIMIT,
        /** Trade what crosses, drop what is left. */
        IMMEDIATE,
        /** Take the order out of the book; one in fifty names an order that is gone, and is to be refused. */
        CANCEL
    }

    /** The same with so many orders before it. */
    Row later(int orders) {
        return new Row(op, order + orders, user, side, ticks, lots);
    }
}
