package io.botpit.server.session;

import io.botpit.game.GameTime;

/**
 * How much somebody may do right now: fills steadily up to its burst, empties with use. Immutable, and time is an
 * argument.
 *
 * @param level what is in it; one token is as much as the period has microseconds, so that no fraction is lost
 * @param at when that was so
 */
record TokenBucket(Rate rate, long level, GameTime at) {
    private static final long MICROS_PER_MILLI = 1_000;

    /** What came of a try. */
    sealed interface Take {
        TokenBucket bucket();
    }

    record Taken(TokenBucket bucket) implements Take {}

    /**
     * Too little is in it.
     *
     * @param retryAfterMillis when there will be enough, at least 1
     */
    record Refused(TokenBucket bucket, long retryAfterMillis) implements Take {}

    static TokenBucket full(Rate rate, GameTime now) {
        return new TokenBucket(rate, brimful(rate), now);
    }

    /** Takes one token, or none; where the limit is off there is always enough. */
    Take take(GameTime now) {
        if (rate.isOff()) {
            return new Taken(this);
        }
        TokenBucket filled = at(now);
        long needed = token(rate);
        if (filled.level >= needed) {
            return new Taken(new TokenBucket(rate, filled.level - needed, filled.at));
        }
        long micros = (needed - filled.level + rate.tokens() - 1) / rate.tokens();
        return new Refused(filled, Math.max(1, (micros + MICROS_PER_MILLI - 1) / MICROS_PER_MILLI));
    }

    /** A token that was taken for nothing. */
    TokenBucket giveBack(GameTime now) {
        TokenBucket filled = at(now);
        return new TokenBucket(rate, Math.min(brimful(rate), filled.level + token(rate)), filled.at);
    }

    boolean isFull(GameTime now) {
        return at(now).level == brimful(rate);
    }

    private TokenBucket at(GameTime now) {
        long full = brimful(rate);
        // More than it takes to fill up counts as just that: no overflow after a long silence.
        long enough = full / rate.tokens() + 1;
        long passed = Math.clamp(now.microsSince(at), 0, enough);
        return new TokenBucket(rate, Math.min(full, level + passed * rate.tokens()), at.isBefore(now) ? now : at);
    }

    private static long token(Rate rate) {
        return rate.periodMillis() * MICROS_PER_MILLI;
    }

    private static long brimful(Rate rate) {
        return rate.burst() * token(rate);
    }
}
