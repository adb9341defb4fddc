package io.botpit.game.report;

import java.util.Arrays;

/**
 * What a player gained, second by second. Only so many samples are kept: of a long game every second one, then every
 * fourth, and so on. One thread.
 */
final class Curve {
    /** Slices of equal length over which gains are compared. */
    static final int SLICES = 200;

    /** More than an hour of seconds. */
    private static final int SAMPLES_MAX = 4_096;

    private static final int SAMPLES_AT_FIRST = 256;

    private double[] samples = new double[SAMPLES_AT_FIRST];
    private int kept;
    private long step = 1;
    private long seen;
    private double high;
    private double drawdown;

    /** The next whole second; the first is the start, where nothing is gained. */
    void add(double gain) {
        high = Math.max(high, gain);
        drawdown = Math.max(drawdown, high - gain);
        if (seen++ % step != 0) {
            return;
        }
        if (kept == SAMPLES_MAX) {
            thin();
        } else if (kept == samples.length) {
            samples = Arrays.copyOf(samples, 2 * kept);
        }
        if ((seen - 1) % step == 0) {
            samples[kept++] = gain;
        }
    }

    /** The deepest fall from a high. */
    double drawdown() {
        return drawdown;
    }

    /**
     * Mean gain of a slice over its standard deviation, times the root of the number of slices: beyond 2 or 3, hardly
     * chance. Fewer slices where the game has fewer seconds; 0 where nothing ever changed.
     */
    double steadiness() {
        int slices = Math.min(SLICES, kept - 1);
        if (slices < 2) {
            return 0;
        }
        double[] gains = new double[slices];
        for (int slice = 0; slice < slices; slice++) {
            gains[slice] = at(slice + 1, slices) - at(slice, slices);
        }
        double mean = Arrays.stream(gains).sum() / slices;
        double squares =
                Arrays.stream(gains).map(gain -> (gain - mean) * (gain - mean)).sum();
        return squares == 0 ? 0 : mean / Math.sqrt(squares / (slices - 1)) * Math.sqrt(slices);
    }

    private double at(int slice, int slices) {
        return samples[(int) ((long) slice * (kept - 1) / slices)];
    }

    private void thin() {
        for (int i = 0; i < SAMPLES_MAX / 2; i++) {
            samples[i] = samples[2 * i];
        }
        kept = SAMPLES_MAX / 2;
        step *= 2;
    }
}
