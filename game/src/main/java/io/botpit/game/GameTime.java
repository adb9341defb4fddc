package io.botpit.game;

/**
 * A moment, given to the core by the loop; within one game it never goes back.
 *
 * @param micros microseconds since the Unix epoch, zero or more
 */
public record GameTime(long micros) implements Comparable<GameTime> {
    public static final GameTime EPOCH = new GameTime(0);

    private static final long MICROS_PER_MILLI = 1_000;

    public GameTime {
        if (micros < 0) {
            throw new IllegalArgumentException("time before the epoch: " + micros);
        }
    }

    public GameTime plusMillis(long millis) {
        return new GameTime(Math.addExact(micros, Math.multiplyExact(millis, MICROS_PER_MILLI)));
    }

    public GameTime plusMicros(long more) {
        return new GameTime(Math.addExact(micros, more));
    }

    /** Microseconds from {@code earlier} to this moment. */
    public long microsSince(GameTime earlier) {
        return micros - earlier.micros;
    }

    public boolean isBefore(GameTime other) {
        return micros < other.micros;
    }

    @Override
    public int compareTo(GameTime other) {
        return Long.compare(micros, other.micros);
    }
}
