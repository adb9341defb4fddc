package io.botpit.game.control;

import io.botpit.game.GameTime;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.Schedule;
import java.util.Optional;

/**
 * The closing of one game in time: opens its window, has samples taken, calms trading down. Moments are told by what is
 * left of the time limit, so that no pause counts. One thread.
 */
final class ClosingWindow {
    private static final long SAMPLE_MICROS = 250_000;
    private static final long NEVER = Long.MIN_VALUE;

    private final Schedule schedule;
    private final GameClock clock;
    private final Exchange exchange;
    private final Appraiser appraiser;
    private final long opensAt;

    /** What is due when so many microseconds are left; {@link #NEVER} if it is done or not wanted. */
    private long openingAt = NEVER;

    private long calmAt = NEVER;
    private long sampleAt = NEVER;
    private boolean open;
    private boolean sampled;

    ClosingWindow(Schedule schedule, GameClock clock, Exchange exchange, Appraiser appraiser) {
        this.schedule = schedule;
        this.clock = clock;
        this.exchange = exchange;
        this.appraiser = appraiser;
        Closing closing = schedule.closing();
        long spread = closing.spreadMillis() * GameClock.MICROS_PER_MILLI;
        long window = closing.windowMillis() * GameClock.MICROS_PER_MILLI;
        opensAt = window + spread;
        switch (closing.valuation()) {
            case LAST_MARK -> {}
            case LIQUIDATE -> openingAt = opensAt;
            case REFERENCE -> {
                openingAt = opensAt;
                sampleAt = firstSample(opensAt);
            }
            case BOOK_LOO -> {
                openingAt = opensAt;
                sampleAt = firstSample(opensAt + window);
            }
        }
        if (closing.calmMillis() > 0) {
            calmAt = closing.calmMillis() * GameClock.MICROS_PER_MILLI + spread;
        }
    }

    /** Samples are taken when a whole number of quarters of a second is left, not before the game begins. */
    private long firstSample(long left) {
        long first = Math.min(schedule.timeLimitMillis() * GameClock.MICROS_PER_MILLI, left);
        return first - first % SAMPLE_MICROS;
    }

    boolean isOpen() {
        return open;
    }

    /** When something is due next, while the clock runs. */
    Optional<GameTime> next() {
        return due() == NEVER ? Optional.empty() : clock.when(due());
    }

    private long due() {
        return Math.max(sampleAt, Math.max(openingAt, calmAt));
    }

    /** Does what is due while the clock runs. The books are as they were since the last command: late is not too late. */
    void meet(GameTime now) {
        if (clock.endsAt() == null || clock.left(now) > due()) {
            return;
        }
        long left = Math.max(clock.left(now), clock.leftAtEnd());
        sampleDownTo(Math.max(left, openingAt + 1));
        if (left <= openingAt) {
            openingAt = NEVER;
            open = true;
            exchange.openClosing(
                    clock.when(schedule.closing().spreadMillis() * GameClock.MICROS_PER_MILLI)
                            .orElseThrow(),
                    clock.when(0).orElseThrow());
        }
        sampleDownTo(left);
        if (left <= calmAt) {
            calmAt = NEVER;
            exchange.calmDown();
        }
    }

    private void sampleDownTo(long left) {
        while (sampleAt >= left) {
            boolean inWindow = sampleAt <= opensAt;
            appraiser.sample(clock.when(sampleAt).orElseThrow(), inWindow);
            sampled |= inWindow;
            sampleAt -= SAMPLE_MICROS;
        }
    }

    /** The reference prices have stood until now. */
    void account(GameTime now) {
        appraiser.stood(Math.max(clock.left(now), clock.leftAtEnd()));
    }

    /** The game ends now; if that comes before the first sample of the window, one is taken. */
    void finish(GameTime now) {
        account(now);
        if (sampleAt != NEVER && !sampled) {
            appraiser.sample(now, true);
        }
    }
}
