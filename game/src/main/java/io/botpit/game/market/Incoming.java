package io.botpit.game.market;

import io.botpit.game.book.Executions;
import io.botpit.game.book.Order;

/** An order on its way in, with what it holds; the rest of the hold is given back when it has stopped trading. */
final class Incoming implements Executions {
    private final Trader trader;
    private final Order order;
    private final Settlement settlement;
    private long held;

    Incoming(Trader trader, Order order, Settlement settlement, long held) {
        this.trader = trader;
        this.order = order;
        this.settlement = settlement;
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

    @Override
    public void traded(Order maker, Order taker, long lots) {
        settlement.traded(maker, this, lots);
    }

    @Override
    public void shrunk(Order maker, long lots) {
        settlement.shrunk(maker, lots);
    }

    @Override
    public void cancelled(Order maker, long lots) {
        settlement.cancelled(maker, lots);
    }
}
