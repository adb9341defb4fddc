package io.botpit.bots.house;

/** An exponential mean over time: what was seen so many seconds ago weighs 1/e of what is seen now. */
final class RunningMean {
    private final double seconds;
    private double mean;
    private double atSeconds;

    RunningMean(double seconds, Scene first) {
        this.seconds = seconds;
        this.mean = first.mark();
        this.atSeconds = first.seconds();
    }

    /** With a value of now; later calls must be later. */
    double with(double value, double nowSeconds) {
        mean += (1 - Math.exp((atSeconds - nowSeconds) / seconds)) * (value - mean);
        atSeconds = nowSeconds;
        return mean;
    }
}
