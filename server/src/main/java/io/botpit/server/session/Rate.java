package io.botpit.server.session;

/**
 * A rate limit.
 *
 * @param name as it is told to whoever hits it, with its unit
 * @param tokens what comes in per period; 0 switches the limit off
 * @param periodMillis the period
 * @param burst what may come at once
 */
public record Rate(String name, int tokens, long periodMillis, int burst) {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    public Rate {
        if (tokens < 0 || periodMillis < 1 || tokens > 0 && burst < 1) {
            throw new IllegalArgumentException(name + " must not be negative, and its burst at least 1");
        }
    }

    /** A limit with a burst of twice the steady rate. */
    public static Rate perSecond(String name, int tokens) {
        return new Rate(name + "_per_second", tokens, SECOND, Math.max(1, 2 * tokens));
    }

    /** A limit with a burst of one minute. */
    public static Rate perMinute(String name, int tokens) {
        return new Rate(name + "_per_minute", tokens, MINUTE, Math.max(1, tokens));
    }

    /** A limit with a burst of one hour. */
    public static Rate perHour(String name, int tokens) {
        return new Rate(name + "_per_hour", tokens, HOUR, Math.max(1, tokens));
    }

    public boolean isOff() {
        return tokens == 0;
    }
}
