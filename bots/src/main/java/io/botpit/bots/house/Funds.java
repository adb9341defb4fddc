package io.botpit.bots.house;

import io.botpit.bots.OpenOrder;
import io.botpit.bots.Side;
import io.botpit.bots.View;
import io.botpit.bots.Wish;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What is left to spend in one turn. What orders still hold is not counted, unless it is given back: the same turn
 * cancels them first.
 */
final class Funds {
    /** Cheapest order that is sent, in the quote asset: some games take no cheaper ones. */
    static final BigDecimal NOTIONAL_MIN = new BigDecimal("10.00");

    private final Map<String, BigDecimal> free = new HashMap<>();

    Funds(View view) {
        view.wallet().forEach((asset, balance) -> free.put(asset, balance.free()));
    }

    /** An order is cancelled before anything else is done. */
    void giveBack(OpenOrder order) {
        free.merge(
                asset(order.symbol(), order.side()), need(order.side(), order.price(), order.size()), BigDecimal::add);
    }

    /** Takes an order's funds if they are there and it is worth its while. */
    boolean take(Wish.Limit order) {
        if (order.size().signum() <= 0
                || order.price().signum() <= 0
                || order.price().multiply(order.size()).compareTo(NOTIONAL_MIN) < 0) {
            return false;
        }
        String asset = asset(order.symbol(), order.side());
        BigDecimal left =
                free.getOrDefault(asset, BigDecimal.ZERO).subtract(need(order.side(), order.price(), order.size()));
        if (left.signum() < 0) {
            return false;
        }
        free.put(asset, left);
        return true;
    }

    private static BigDecimal need(Side side, BigDecimal price, BigDecimal size) {
        return side == Side.BUY ? price.multiply(size) : size;
    }

    /** What an order pays with. */
    private static String asset(String symbol, Side side) {
        int slash = symbol.indexOf('/');
        return side == Side.BUY ? symbol.substring(slash + 1) : symbol.substring(0, slash);
    }
}
