package io.botpit.server.cli;

import io.botpit.server.config.ConfigProblem;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How fast a local game is shown: as fast as it is played, or so many times as fast as the clock. One thread. */
final class Pace {
    static final String FASTEST = "max";
    private static final double FACTOR_MAX = 10_000;

    /** 0: as fast as it is played. */
    private final double factor;

    /** Never opened. */
    private final CountDownLatch never = new CountDownLatch(1);

    private long began = System.nanoTime();

    private Pace(double factor) {
        this.factor = factor;
    }

    static Pace fastest() {
        return new Pace(0);
    }

    static Pace of(String text) {
        if (text.equals(FASTEST)) {
            return fastest();
        }
        if (!text.matches("[0-9]{1,5}(\\.[0-9]{1,3})?")
                || Double.parseDouble(text) == 0
                || Double.parseDouble(text) > FACTOR_MAX) {
            throw new ConfigProblem(
                    "--speed: must be max or a number up to " + (int) FACTOR_MAX + ", not '" + text + "'");
        }
        return new Pace(Double.parseDouble(text));
    }

    /** The game begins now. */
    void begin() {
        began = System.nanoTime();
    }

    /** Returns when a moment of the game is due. */
    void waitFor(long gameMicros) {
        if (factor == 0) {
            return;
        }
        long due = began + (long) (TimeUnit.MICROSECONDS.toNanos(gameMicros) / factor);
        try {
            var _ = never.await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // Ends the game, and all that is open is closed in peace.
            throw new Failed("interrupted", e);
        }
    }
}
