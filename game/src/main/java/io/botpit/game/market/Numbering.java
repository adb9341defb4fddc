package io.botpit.game.market;

import io.botpit.game.OrderId;
import io.botpit.game.TradeId;

/** Gives numbers to the orders and trades of one game, from 1 upwards, across its markets. */
public final class Numbering {
    private long orders;
    private long trades;

    OrderId nextOrder() {
        return new OrderId(++orders);
    }

    TradeId nextTrade() {
        return new TradeId(++trades);
    }
}
