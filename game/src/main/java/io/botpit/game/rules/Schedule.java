package io.botpit.game.rules;

/**
 * When a game starts and ends.
 *
 * @param startPaused wait for the referee's start, even if everybody is there
 * @param timeLimitMillis from the start to the end, pauses not counted; 0 for no limit, at most 30 days
 */
public record Schedule(boolean startPaused, long timeLimitMillis) {
    public static final long TIME_LIMIT_MILLIS_MAX = 30L * 24 * 3_600 * 1_000;

    public Schedule {
        if (timeLimitMillis < 0 || timeLimitMillis > TIME_LIMIT_MILLIS_MAX) {
            throw new IllegalArgumentException(
                    "time_limit_ms must be 0 to " + TIME_LIMIT_MILLIS_MAX + ": " + timeLimitMillis);
        }
    }
}
