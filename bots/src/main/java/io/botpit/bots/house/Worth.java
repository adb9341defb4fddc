package io.botpit.bots.house;

import java.util.random.RandomGenerator;

/**
 * Limit prices for a trader that has a wallet. In the papers customers say what a unit is worth at most or at least;
 * here it is what the trader itself thinks: a running mean of the public mark, off by a private error that is drawn anew
 * every few seconds, less the margin it insists on when it buys, and plus it when it sells. Against its inventory the
 * worth moves, so that it does not run dry. Nothing that a guest could not see goes into it.
 */
final class Worth {
    private final Parameters parameters;
    private final RandomGenerator random;
    private final RunningMean mean;
    private double error;
    private double errorUntilSeconds = Double.NEGATIVE_INFINITY;

    /**
     * How well a trader judges, and what it insists on.
     *
     * @param meanSeconds over how long it averages the mark, 0.1 to 3,600
     * @param margin as a fraction of the worth, 0 to 0.1; at least the fee, or its own trades cost it
     * @param error standard deviation of its private error, as a fraction, 0 to 0.1
     * @param errorSeconds how long it believes in one error, 0.1 to 3,600
     * @param skew by what fraction the worth falls when it owns twice its coins, 0 to 1
     * @param reach how far from the worth prices make sense at all, as a fraction, above the margin and up to 0.5
     */
    record Parameters(double meanSeconds, double margin, double error, double errorSeconds, double skew, double reach) {
        /** Looks closely, and insists on more than the usual fee. */
        static final Parameters CAREFUL = new Parameters(2, 0.0008, 0.0002, 5, 0.02, 0.01);

        /** Knows the price, and is content with the usual fee. */
        static final Parameters EXPERT = new Parameters(1, 0.0005, 0, 5, 0.02, 0.01);

        /** Hardly looks. */
        static final Parameters CARELESS = new Parameters(30, 0, 0.003, 10, 0.02, 0.01);

        Parameters {
            Ranges.check("meanSeconds", meanSeconds, 0.1, 3_600);
            Ranges.check("margin", margin, 0, 0.1);
            Ranges.check("error", error, 0, 0.1);
            Ranges.check("errorSeconds", errorSeconds, 0.1, 3_600);
            Ranges.check("skew", skew, 0, 1);
            Ranges.check("reach", reach, margin, 0.5);
        }
    }

    Worth(Parameters parameters, RandomGenerator random, Scene first) {
        this.parameters = parameters;
        this.random = random;
        this.mean = new RunningMean(parameters.meanSeconds, first);
    }

    /** The limits of this turn; later turns must be later. */
    Limits limits(Scene scene) {
        double now = scene.seconds();
        if (now >= errorUntilSeconds) {
            error = parameters.error * Math.clamp(random.nextGaussian(), -3, 3);
            errorUntilSeconds = now + parameters.errorSeconds;
        }
        double own = mean.with(scene.mark(), now) * (1 + error) * (1 - parameters.skew * scene.drift());
        return new Limits(
                own * (1 - parameters.margin),
                own * (1 + parameters.margin),
                own * (1 - parameters.reach),
                own * (1 + parameters.reach));
    }
}
