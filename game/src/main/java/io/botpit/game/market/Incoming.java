package io.botpit.game.market;

import io.botpit.game.book.Order;

/** An order on its way in, with what it holds; the rest of the hold is given back when it has stopped trading. */
final class Incoming {
    private final Trader trader;
    private final Order order;
    private long held;

    Incoming(Trader trader, Order order, long held) {
        this.trader = trader;
        this.order = order;
        this.held = held;
    }

    Trader trader() {
        return trader;
    }

    Order order() {
        return order;
    }

    /** Units of the held asset that are still reserved. */
    long held() {
        return held;
    }

    void spend(long units) {
        held -= units;
    }
}
