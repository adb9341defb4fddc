package io.botpit.game.market;

import io.botpit.game.Side;
import io.botpit.game.book.OrderBook;
import io.botpit.game.money.Price;
import io.botpit.game.rules.MarkRule;
import io.botpit.game.rules.TradingRules;
import java.util.OptionalLong;

/** The mark of one instrument: what it is taken to be worth, and the collar around it. One thread. */
final class Mark {
    private static final long PERMILLE = 1_000;

    private final MarkRule rule;
    private final long collar;
    private long ticks;

    Mark(TradingRules rules, Price start) {
        rule = rules.markRule();
        collar = rules.collarPermille();
        ticks = start.ticks();
    }

    Price price() {
        return new Price(ticks);
    }

    /** Follows the book; whether the mark moved. */
    boolean follow(OrderBook book) {
        OptionalLong bid = book.best(Side.BUY);
        OptionalLong ask = book.best(Side.SELL);
        long before = ticks;
        if (bid.isPresent() && ask.isPresent()) {
            ticks = middle(bid.getAsLong(), ask.getAsLong());
        } else if (rule == MarkRule.HALFWAY && bid.isPresent()) {
            ticks = middle(before, bid.getAsLong());
        } else if (rule == MarkRule.HALFWAY && ask.isPresent()) {
            ticks = middle(before, ask.getAsLong());
        }
        return ticks != before;
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
