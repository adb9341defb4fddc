package io.botpit.bots.house;

import io.botpit.bots.Market;
import io.botpit.bots.Side;
import io.botpit.bots.View;
import io.botpit.bots.Wish;
import java.math.BigDecimal;

/**
 * What is left to spend in one turn. What orders still hold is not counted, even if the same turn cancels them: their
 * funds are back on the next one.
 */
final class Funds {
    private BigDecimal cash;
    private BigDecimal coins;

    Funds(View view, Market market) {
        cash = view.balance(market.quote()).free();
        coins = view.balance(market.base()).free();
    }

    /** Takes an order's funds if they are there. */
    boolean take(Wish.Limit order) {
        if (order.size().signum() <= 0 || order.price().signum() <= 0) {
            return false;
        }
        BigDecimal need = order.side() == Side.BUY ? order.price().multiply(order.size()) : order.size();
        BigDecimal left = (order.side() == Side.BUY ? cash : coins).subtract(need);
        if (left.signum() < 0) {
            return false;
        }
        if (order.side() == Side.BUY) {
            cash = left;
        } else {
            coins = left;
        }
        return true;
    }
}
