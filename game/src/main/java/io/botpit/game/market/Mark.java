package io.botpit.game.market;

import io.botpit.game.Side;
import io.botpit.game.book.OrderBook;
import io.botpit.game.money.Price;
import io.botpit.game.rules.MarkRule;
import io.botpit.game.rules.TradingRules;

/** The mark of one instrument: what it is taken to be worth, and the collar around it. One thread. */
final class Mark {
    private static final long PERMILLE = 1_000;

    private final MarkRule rule;
    private final long collar;
    private Price price;
    private long ticks;

    Mark(TradingRules rules, Price start) {
        rule = rules.markRule();
        collar = rules.collarPermille();
        price = start;
        ticks = start.ticks();
    }

    Price price() {
        return price;
    }

    /** Follows the book; whether the mark moved. */
    boolean follow(OrderBook book) {
        long next = next(book.best(Side.BUY), book.best(Side.SELL));
        if (next == ticks) {
            return false;
        }
        ticks = next;
        price = new Price(next);
        return true;
    }

    /** The mark for a best bid and a best ask, each 0 where there is none. */
    private long next(long bid, long ask) {
        if (bid > 0 && ask > 0) {
            return middle(bid, ask);
        }
        return rule == MarkRule.HALFWAY && bid + ask > 0 ? middle(ticks, bid + ask) : ticks;
    }

    boolean collarHolds(Price price) {
        return collar == 0 || Math.abs(price.ticks() - ticks) * PERMILLE <= collar * ticks;
    }

    /** The worst price at which a market order trades, in ticks. */
    long worst(Side side) {
        if (collar == 0) {
            return side == Side.BUY ? Long.MAX_VALUE : 0;
        }
        return side == Side.BUY
                ? ticks * (PERMILLE + collar) / PERMILLE
                : (ticks * (PERMILLE - collar) + PERMILLE - 1) / PERMILLE;
    }

    /** Half of the sum, a half tick to the even side. */
    private static long middle(long a, long b) {
        long floor = (a + b) >> 1;
        boolean half = ((a + b) & 1) == 1;
        return half ? floor + (floor & 1) : floor;
    }
}
