package io.botpit.game.control;

import io.botpit.game.GameTime;
import io.botpit.game.random.Dice;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Schedule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The game's own clock: it runs from the start to the time limit and stands while the game is paused. The seed draws how
 * much earlier than its limit the game ends; nobody is told before.
 */
final class GameClock {
    static final long MICROS_PER_MILLI = 1_000;

    private final boolean limited;
    private final long leftAtEnd;
    private long leftMicros;
    private @Nullable GameTime startedAt;
    private @Nullable GameTime endsAt;

    GameClock(GameRules rules) {
        Schedule schedule = rules.schedule();
        limited = schedule.timeLimitMillis() > 0;
        leftMicros = schedule.timeLimitMillis() * MICROS_PER_MILLI;
        int spread = (int) schedule.closing().spreadMillis();
        leftAtEnd = new Dice(rules.seed()).split("end").below(spread + 1) * MICROS_PER_MILLI;
    }

    @Nullable
    GameTime startedAt() {
        return startedAt;
    }

    /** The latest end; null without a limit or while the clock stands. */
    @Nullable
    GameTime endsAt() {
        return endsAt;
    }

    /** The end as the seed has drawn it. */
    Optional<GameTime> end() {
        return when(leftAtEnd);
    }

    /** When so much is left to the latest end, in microseconds; empty without a limit or while the clock stands. */
    Optional<GameTime> when(long left) {
        return endsAt == null ? Optional.empty() : Optional.of(endsAt.plusMicros(-left));
    }

    /** What is left to the latest end, in microseconds; without a limit there is always enough. */
    long left(GameTime now) {
        if (!limited) {
            return Long.MAX_VALUE;
        }
        return endsAt == null ? leftMicros : endsAt.microsSince(now);
    }

    /** What is left at the end that the seed has drawn. */
    long leftAtEnd() {
        return leftAtEnd;
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
        return endsAt != null && endsAt.microsSince(now) <= leftAtEnd;
    }

    GameView.Clock view(GameTime now) {
        Long left = limited ? Math.max(0, left(now)) / MICROS_PER_MILLI : null;
        return new GameView.Clock(startedAt, endsAt, left);
    }
}
