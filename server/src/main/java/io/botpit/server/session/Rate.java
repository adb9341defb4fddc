package io.botpit.server.session;

/**
 * A rate limit.
 *
 * @param name as it is told to whoever hits it
 * @param perSecond what comes in steadily; 0 switches the limit off
 * @param burst what may come at once
 */
public record Rate(String name, int perSecond, int burst) {
    public Rate {
        if (perSecond < 0 || perSecond > 0 && burst < 1) {
            throw new IllegalArgumentException(name + " must not be negative, and its burst at least 1");
        }
    }

    /** A limit with a burst of twice the steady rate. */
    public static Rate of(String name, int perSecond) {
        return new Rate(name, perSecond, Math.max(1, 2 * perSecond));
    }

    public boolean isOff() {
        return perSecond == 0;
    }
}
