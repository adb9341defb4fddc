package io.botpit.game.rules;

/**
 * When a game starts and ends.
 *
 * @param startPaused wait for the referee's start, even if everybody is there
 * @param timeLimitMillis from the start to the latest end, pauses not counted; 0 for no limit, at most 30 days
 * @param closing how it ends
 */
public record Schedule(boolean startPaused, long timeLimitMillis, Closing closing) {
    public static final long TIME_LIMIT_MILLIS_MAX = 30L * 24 * 3_600 * 1_000;

    public Schedule {
        if (timeLimitMillis < 0 || timeLimitMillis > TIME_LIMIT_MILLIS_MAX) {
            throw new IllegalArgumentException(
                    "time_limit_ms must be 0 to " + TIME_LIMIT_MILLIS_MAX + ": " + timeLimitMillis);
        }
        long last = closing.windowMillis() + closing.spreadMillis();
        if (timeLimitMillis > 0 && last > timeLimitMillis) {
            throw new IllegalArgumentException("closing_window_ms and closing_spread_ms together must be at most the "
                    + timeLimitMillis + " of time_limit_ms: make them shorter or the game longer, not " + last);
        }
    }

    /** With {@link Closing#PLAIN}. */
    public Schedule(boolean startPaused, long timeLimitMillis) {
        this(startPaused, timeLimitMillis, Closing.PLAIN);
    }
}
