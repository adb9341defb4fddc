package io.botpit.server.session;

import io.botpit.game.GameTime;

/**
 * How much somebody may do right now: fills steadily up to its burst, empties with use. Immutable, and time is an
 * argument.
 *
 * @param level what is in it, in millionths of a token
 * @param at when that was so
 */
public record TokenBucket(Rate rate, long level, GameTime at) {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_MILLI = 1_000;

    /** What came of a try. */
    public sealed interface Take {
        TokenBucket bucket();
    }

    public record Taken(TokenBucket bucket) implements Take {}

    /**
     * Too little is in it.
     *
     * @param retryAfterMillis when there will be enough, at least 1
     */
    public record Refused(TokenBucket bucket, long retryAfterMillis) implements Take {}

    public static TokenBucket full(Rate rate, GameTime now) {
        return new TokenBucket(rate, rate.burst() * MICROS_PER_SECOND, now);
    }

    /** Takes that many tokens, or none; {@code cost} is at most the burst. */
    public Take take(GameTime now, int cost) {
        TokenBucket filled = at(now);
        long needed = cost * MICROS_PER_SECOND;
        if (filled.level >= needed) {
            return new Taken(new TokenBucket(rate, filled.level - needed, filled.at));
        }
        long micros = (needed - filled.level) / rate.perSecond();
        return new Refused(filled, Math.max(1, (micros + MICROS_PER_MILLI - 1) / MICROS_PER_MILLI));
    }

    public boolean isFull(GameTime now) {
        return at(now).level == rate.burst() * MICROS_PER_SECOND;
    }

    private TokenBucket at(GameTime now) {
        long full = rate.burst() * MICROS_PER_SECOND;
        long passed = Math.max(0, now.microsSince(at));
        // More than it takes to fill up counts as just that: no overflow after a long silence.
        long enough = full / rate.perSecond() + 1;
        long more = Math.min(passed, enough) * rate.perSecond();
        return new TokenBucket(rate, Math.min(full, level + more), at.isBefore(now) ? now : at);
    }
}
