package io.botpit.server.feed;

import io.botpit.protocol.rest.GameBot;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * How long a player of a game waits: what the server took from each of his frames to its answer, counted in fixed steps, and
 * how far away he is. Any thread.
 */
public final class Timing {
    private static final long[] STEPS_MICROS = {
        100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000
    };

    /** The steps in which answers are counted: how long each is at most. */
    public static final List<Duration> STEPS = Arrays.stream(STEPS_MICROS)
            .mapToObj(micros -> Duration.of(micros, ChronoUnit.MICROS))
            .toList();

    private static final double MICROS_PER_MILLI = 1_000;
    private static final double TENTHS = 10;
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.99;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS_MICROS.length + 1);
    private volatile long roundTripMicros = -1;

    /** An answer left so long after its frame came. */
    public void answered(long micros) {
        int step = 0;
        while (step < STEPS_MICROS.length && micros > STEPS_MICROS[step]) {
            step++;
        }
        counts.getAndIncrement(step);
    }

    /** The newest ping came back after so long. */
    public void roundTrip(long micros) {
        roundTripMicros = micros;
    }

    /** In milliseconds, to a tenth; null before the first. */
    @Nullable
    Double roundTripMillis() {
        long micros = roundTripMicros;
        return micros < 0 ? null : Double.valueOf(Math.round(micros * TENTHS / MICROS_PER_MILLI) / TENTHS);
    }

    /** As of now; null where there was no answer yet. */
    GameBot.@Nullable Latency shown() {
        List<GameBot.Step> steps = new ArrayList<>();
        long count = 0;
        for (int step = 0; step < counts.length(); step++) {
            long here = counts.get(step);
            steps.add(new GameBot.Step(upToMillis(step), here));
            count += here;
        }
        return count == 0
                ? null
                : new GameBot.Latency(
                        count, roundTripMillis(), within(HALF, count, steps), within(NEARLY_ALL, count, steps), steps);
    }

    /** Milliseconds within which that share was answered: the end of a step, null for the last one, which has none. */
    private static @Nullable Double within(double share, long count, List<GameBot.Step> steps) {
        long seen = 0;
        for (GameBot.Step step : steps) {
            seen += step.count();
            if (seen >= share * count) {
                return step.upToMs();
            }
        }
        return null;
    }

    private static @Nullable Double upToMillis(int step) {
        return step < STEPS_MICROS.length ? Double.valueOf(STEPS_MICROS[step] / MICROS_PER_MILLI) : null;
    }
}
