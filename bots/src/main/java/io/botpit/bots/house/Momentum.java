package io.botpit.bots.house;

/**
 * Follows the trend: holds more coins while a fast average of the mark is above a slow one, fewer while it is below, and
 * does nothing in the band between (Brock, Lakonishok and LeBaron, <i>Simple technical trading rules and the stochastic
 * properties of stock returns</i>, Journal of Finance 47, 1992: the variable length moving average with a band). Unlike
 * there, the averages weigh exponentially, so that nothing old has to be kept.
 */
final class Momentum implements Trader {
    private final Parameters parameters;
    private double fast;
    private double slow;

    /**
     * What a trend follower can be told.
     *
     * @param fastBeats length of the fast average, 1 to 1,000
     * @param slowBeats length of the slow average, above the fast one and up to 10,000
     * @param band half the band's width, as a fraction of the price, 0 to 0.1
     * @param tilt how far it leaves its starting coins, as a fraction of them, 0 to 1
     */
    record Parameters(int fastBeats, int slowBeats, double band, double tilt) {
        static final Parameters STANDARD = new Parameters(12, 90, 0.003, 0.15);

        Parameters {
            Ranges.check("fastBeats", fastBeats, 1, 1_000);
            Ranges.check("slowBeats", slowBeats, fastBeats + 1.0, 10_000);
            Ranges.check("band", band, 0, 0.1);
            Ranges.check("tilt", tilt, 0, 1);
        }
    }

    Momentum(Parameters parameters, Anchor anchor) {
        this.parameters = parameters;
        this.fast = anchor.price();
        this.slow = anchor.price();
    }

    @Override
    public Aim aim(Scene scene) {
        fast += gain(parameters.fastBeats) * (scene.mark() - fast);
        slow += gain(parameters.slowBeats) * (scene.mark() - slow);
        double gap = fast / slow - 1;
        return Math.abs(gap) < parameters.band ? Aim.STAY : new Aim.Tilt(Math.signum(gap) * parameters.tilt);
    }

    /** Of an exponential average that is as old, on average, as a plain one of so many beats. */
    static double gain(int beats) {
        return 2.0 / (beats + 1);
    }
}
