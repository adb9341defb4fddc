package io.botpit.bots;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a game's time limit, reckoned between two messages of the server; immutable.
 *
 * @param aheadMillis how far the server's clock is ahead of ours
 * @param endsAtMillis on our clock; null: no limit, or the clock stands
 * @param leftMillis while the clock stands; null: no limit, or it runs
 */
record GameClock(
        long aheadMillis,
        @Nullable Long endsAtMillis,
        @Nullable Long leftMillis) {
    static GameClock of(BigDecimal serverNow, long nowMillis) {
        return new GameClock(millis(serverNow) - nowMillis, null, null);
    }

    /** @param serverSeconds the end on the server's clock; null: not in sight */
    GameClock endingAt(@Nullable BigDecimal serverSeconds) {
        return new GameClock(aheadMillis, serverSeconds == null ? null : millis(serverSeconds) - aheadMillis, null);
    }

    GameClock standingWith(@Nullable Long left) {
        return new GameClock(aheadMillis, null, left);
    }

    @Nullable
    Long left(long nowMillis) {
        return endsAtMillis == null ? leftMillis : (Long) Math.max(0, endsAtMillis - nowMillis);
    }

    static long millis(BigDecimal seconds) {
        return seconds.movePointRight(3).longValue();
    }
}
