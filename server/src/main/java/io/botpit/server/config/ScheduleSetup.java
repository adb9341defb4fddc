package io.botpit.server.config;

import io.botpit.game.rules.Schedule;
import java.util.OptionalInt;

/**
 * When a game starts and how it ends, as far as it differs from its preset.
 *
 * @param timeLimitSeconds 0: no end; empty: the preset's
 */
public record ScheduleSetup(OptionalInt timeLimitSeconds, boolean startPaused, ClosingSetup closing) {
    private static final long MILLIS_PER_SECOND = 1_000;

    /** {@link IllegalArgumentException} names the field that cannot be. */
    public Schedule over(Schedule preset) {
        long limit = timeLimitSeconds.isPresent()
                ? timeLimitSeconds.getAsInt() * MILLIS_PER_SECOND
                : preset.timeLimitMillis();
        return new Schedule(startPaused, limit, closing.over(preset.closing(), limit));
    }
}
