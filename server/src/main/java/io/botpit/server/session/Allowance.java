package io.botpit.server.session;

import io.botpit.game.GameTime;
import io.botpit.server.session.TokenBucket.Refused;
import io.botpit.server.session.TokenBucket.Take;
import io.botpit.server.session.TokenBucket.Taken;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One rate limit for each of many: players, addresses. Any thread; one atomic step per try and no state beside it. */
final class Allowance<K> {
    /** From here on buckets that are full again are forgotten: they say nothing. */
    private static final int BUCKETS_MAX = 10_000;

    private final Rate rate;
    private final Map<K, Take> last = new ConcurrentHashMap<>();

    Allowance(Rate rate) {
        this.rate = rate;
    }

    Rate rate() {
        return rate;
    }

    /** Takes one token; answers 0, or after how many milliseconds to come again. */
    long take(K who, GameTime now) {
        if (rate.isOff()) {
            return 0;
        }
        if (last.size() >= BUCKETS_MAX) {
            last.values().removeIf(take -> take.bucket().isFull(now));
        }
        Take take = last.compute(who, (_, before) -> bucket(before, now).take(now));
        return switch (take) {
            case Taken _ -> 0;
            case Refused refused -> refused.retryAfterMillis();
        };
    }

    /** Takes back that a token was taken. */
    void giveBack(K who, GameTime now) {
        last.computeIfPresent(who, (_, take) -> new Taken(take.bucket().giveBack(now)));
    }

    /** Whether a try would be refused now; takes nothing. */
    boolean isSpent(K who, GameTime now) {
        return !rate.isOff() && bucket(last.get(who), now).take(now) instanceof Refused;
    }

    private TokenBucket bucket(@Nullable Take before, GameTime now) {
        return before == null ? TokenBucket.full(rate, now) : before.bucket();
    }
}
