package io.botpit.bots;

/**
 * Spreads commands over time: so many per second, in bursts of at most one second's worth. For one thread; times in
 * milliseconds of any one clock.
 */
public final class Pace {
    private static final double BURST_MILLIS = 1_000;

    private final double millisPerCommand;
    /** When the commands sent so far would all be paid for. */
    private double paidAt;

    public Pace(int commandsPerSecond) {
        millisPerCommand = 1_000.0 / commandsPerSecond;
    }

    /** Whether a command may go now; if so it is counted. */
    public boolean take(long nowMillis) {
        double after = Math.max(paidAt, (double) nowMillis) + millisPerCommand;
        if (after - nowMillis > BURST_MILLIS + millisPerCommand / 2) {
            return false;
        }
        paidAt = after;
        return true;
    }

    /** Nothing goes before {@code untilMillis}: the server said that it was too much. */
    public void rest(long untilMillis) {
        paidAt = Math.max(paidAt, (double) untilMillis + BURST_MILLIS);
    }
}
