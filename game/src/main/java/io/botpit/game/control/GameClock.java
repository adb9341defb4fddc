package io.botpit.game.control;

import io.botpit.game.GameTime;
import io.botpit.game.rules.Schedule;
import org.jspecify.annotations.Nullable;

/** The game's own clock: it runs from the start to the time limit and stands while the game is paused. */
final class GameClock {
    private static final long MICROS_PER_MILLI = 1_000;

    private final boolean limited;
    private long leftMicros;
    private @Nullable GameTime startedAt;
    private @Nullable GameTime endsAt;

    GameClock(Schedule schedule) {
        limited = schedule.timeLimitMillis() > 0;
        leftMicros = schedule.timeLimitMillis() * MICROS_PER_MILLI;
    }

    @Nullable
    GameTime startedAt() {
        return startedAt;
    }

    /** When the time limit is up; null without one or while the clock stands. */
    @Nullable
    GameTime endsAt() {
        return endsAt;
    }

    void run(GameTime now) {
        if (startedAt == null) {
            startedAt = now;
        }
        if (limited) {
            endsAt = now.plusMicros(leftMicros);
        }
    }

    void stand(GameTime now) {
        if (endsAt != null) {
            leftMicros = Math.max(0, endsAt.microsSince(now));
            endsAt = null;
        }
    }

    /** Moves the limit back, because time went by that does not count. Null if there is none to move. */
    @Nullable
    GameTime move(long micros) {
        if (endsAt != null) {
            endsAt = endsAt.plusMicros(micros);
        }
        return endsAt;
    }

    boolean isUp(GameTime now) {
        return endsAt != null && !now.isBefore(endsAt);
    }

    GameView.Clock view(GameTime now) {
        Long left = null;
        if (limited) {
            left = (endsAt == null ? leftMicros : Math.max(0, endsAt.microsSince(now))) / MICROS_PER_MILLI;
        }
        return new GameView.Clock(startedAt, endsAt, left);
    }
}
