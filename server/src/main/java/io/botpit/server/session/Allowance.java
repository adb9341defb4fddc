package io.botpit.server.session;

import io.botpit.game.GameTime;
import io.botpit.server.session.TokenBucket.Refused;
import io.botpit.server.session.TokenBucket.Take;
import io.botpit.server.session.TokenBucket.Taken;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One rate limit for each of many: players, addresses. Any thread. It keeps {@link #BUCKETS_MAX} buckets; whoever comes
 * while that many are in use shares one more with all who come then, so that a crowd of addresses fills no memory and
 * pushes nobody out who is known.
 */
final class Allowance<K> {
    static final int BUCKETS_MAX = 50_000;

    /** From here on buckets that are full again are forgotten now and then: they say nothing. */
    private static final int SWEEP_FROM = 10_000;

    private static final long SWEEP_EVERY_MICROS = 1_000_000;

    private final Rate rate;
    private final Map<K, Take> last = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Take> latecomers = new AtomicReference<>();
    private final AtomicReference<GameTime> sweptAt = new AtomicReference<>(GameTime.EPOCH);

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
        sweep(now);
        Take take = isLate(who)
                ? takeLate(now)
                : last.compute(who, (_, before) -> bucket(before, now).take(now));
        return switch (take) {
            case Taken _ -> 0;
            case Refused refused -> refused.retryAfterMillis();
        };
    }

    /** Takes back that a token was taken. */
    void giveBack(K who, GameTime now) {
        if (isLate(who)) {
            latecomers.updateAndGet(take -> new Taken(bucket(take, now).giveBack(now)));
        } else {
            last.computeIfPresent(who, (_, take) -> new Taken(take.bucket().giveBack(now)));
        }
    }

    /** Whether a try would be refused now; takes nothing. */
    boolean isSpent(K who, GameTime now) {
        Take before = isLate(who) ? latecomers.get() : last.get(who);
        return !rate.isOff() && bucket(before, now).take(now) instanceof Refused;
    }

    private Take takeLate(GameTime now) {
        return Objects.requireNonNull(
                latecomers.updateAndGet(before -> bucket(before, now).take(now)));
    }

    private boolean isLate(K who) {
        return last.size() >= BUCKETS_MAX && !last.containsKey(who);
    }

    private void sweep(GameTime now) {
        GameTime before = sweptAt.get();
        boolean due = last.size() >= SWEEP_FROM && now.microsSince(before) >= SWEEP_EVERY_MICROS;
        if (due && sweptAt.compareAndSet(before, now)) {
            last.values().removeIf(take -> take.bucket().isFull(now));
        }
    }

    private TokenBucket bucket(@Nullable Take before, GameTime now) {
        return before == null ? TokenBucket.full(rate, now) : before.bucket();
    }
}
