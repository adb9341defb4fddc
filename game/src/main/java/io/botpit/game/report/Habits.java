package io.botpit.game.report;

import io.botpit.game.CancelCause;
import io.botpit.game.GameTime;
import io.botpit.game.OrderView;
import io.botpit.game.Reason;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a bot did with its orders so far. One thread. */
final class Habits {
    static final long HASTY_MICROS = 250_000;

    private final SortedMap<Reason, Long> rejects = new TreeMap<>();
    private long orders;
    private long traded;
    private long hasty;
    private long preventedSelfTrades;

    void accepted() {
        orders++;
    }

    void ended(OrderView order) {
        traded += order.progress().filled().lots() > 0 ? 1 : 0;
    }

    void cancelled(OrderView order, CancelCause cause, GameTime at) {
        hasty += cause == CancelCause.PLAYER && at.microsSince(order.placedAt()) < HASTY_MICROS ? 1 : 0;
        ended(order);
    }

    void rejected(Reason reason) {
        rejects.merge(reason, 1L, Long::sum);
    }

    void metItself() {
        preventedSelfTrades++;
    }

    SortedMap<Reason, Long> rejects() {
        return rejects;
    }

    double fillRatio() {
        return orders == 0 ? 0 : (double) traded / orders;
    }

    long orders() {
        return orders;
    }

    long hasty() {
        return hasty;
    }

    long preventedSelfTrades() {
        return preventedSelfTrades;
    }
}
