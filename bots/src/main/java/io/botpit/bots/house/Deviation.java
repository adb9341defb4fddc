package io.botpit.bots.house;

/**
 * How far a value is from its running mean, in running standard deviations: the z of the papers. Both weigh
 * exponentially.
 */
final class Deviation {
    private final double gain;
    private final int warmUp;
    private int seen;
    private double mean;
    private double variance;

    /**
     * Nothing has been seen.
     *
     * @param beats length of the average
     * @param warmUp values to look at before it says anything
     */
    Deviation(int beats, int warmUp) {
        this.gain = Momentum.gain(beats);
        this.warmUp = warmUp;
    }

    /** Of the next value from those before it; NaN as long as too few were seen, or all were the same. */
    double next(double value) {
        if (seen == 0) {
            mean = value;
        }
        double gap = value - mean;
        double z = variance <= 0 || seen < warmUp ? Double.NaN : gap / Math.sqrt(variance);
        seen++;
        mean += gain * gap;
        variance = (1 - gain) * (variance + gain * gap * gap);
        return z;
    }
}
