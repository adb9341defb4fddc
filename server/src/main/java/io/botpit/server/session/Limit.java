package io.botpit.server.session;

import io.botpit.game.GameTime;
import java.util.Locale;

/**
 * How a try at a rate limit went.
 *
 * @param name of the limit
 * @param retryAfterMillis 0: it was not hit
 */
record Limit(String name, int tokens, long retryAfterMillis) {
    static <K> Limit of(Allowance<K> allowance, K who, GameTime now) {
        return new Limit(allowance.rate().name(), allowance.rate().tokens(), allowance.take(who, now));
    }

    static Limit of(TokenBucket.Take take) {
        Rate rate = take.bucket().rate();
        long wait = take instanceof TokenBucket.Refused refused ? refused.retryAfterMillis() : 0;
        return new Limit(rate.name(), rate.tokens(), wait);
    }

    boolean isHit() {
        return retryAfterMillis > 0;
    }

    /** For people and programs: the limit, its value, and when to come again. */
    String words() {
        return String.format(Locale.ROOT, "limit %s=%d, retry_after_ms=%d", name, tokens, retryAfterMillis);
    }
}
