package io.botpit.bots.house;

/**
 * Bets that what went far comes back: sells when a value is well above its running mean, buys when it is well below, goes
 * home when it is near. "Far" is counted in running standard deviations. What is looked at makes two bots of it: the mark
 * (Poterba and Summers, <i>Mean reversion in stock prices</i>, Journal of Financial Economics 22, 1988), or the mark as
 * compared with those of the other markets (Gatev, Goetzmann and Rouwenhorst, <i>Pairs trading</i>, Review of Financial
 * Studies 19, 2006: the one that became dear is sold, the one that became cheap is bought).
 */
final class MeanReversion implements Trader {
    private final Parameters parameters;
    private final Subject subject;
    private final Deviation deviation;

    /** What is thought to come back. */
    enum Subject {
        MARK,
        /** Logarithm of the mark less the mean of the other markets'. With two markets: the papers' spread of a pair. */
        MARK_AGAINST_OTHERS
    }

    /**
     * What such a bot can be told.
     *
     * @param beats length of the running mean, 2 to 10,000
     * @param far deviations at which it bets, 0 to 10
     * @param near deviations at which it goes home, 0 to {@code far}
     * @param tilt how far it leaves its starting coins, as a fraction of them, 0 to 1
     * @param warmUp beats to look on before the first bet, 0 to 10,000
     */
    record Parameters(int beats, double far, double near, double tilt, int warmUp) {
        static final Parameters STANDARD = new Parameters(300, 1.5, 0.4, 0.3, 60);

        /** Two deviations are the paper's. It goes home where the prices cross, as there. */
        static final Parameters PAIRS = new Parameters(240, 2, 0.2, 0.2, 60);

        Parameters {
            Ranges.check("beats", beats, 2, 10_000);
            Ranges.check("far", far, 0, 10);
            Ranges.check("near", near, 0, far);
            Ranges.check("tilt", tilt, 0, 1);
            Ranges.check("warmUp", warmUp, 0, 10_000);
        }
    }

    MeanReversion(Parameters parameters, Subject subject) {
        this.parameters = parameters;
        this.subject = subject;
        this.deviation = new Deviation(parameters.beats, parameters.warmUp);
    }

    @Override
    public Aim aim(Scene scene) {
        double z = deviation.next(
                switch (subject) {
                    case MARK -> scene.mark();
                    case MARK_AGAINST_OTHERS -> againstOthers(scene);
                });
        if (Math.abs(z) > parameters.far) {
            return new Aim.Tilt(-Math.signum(z) * parameters.tilt);
        }
        return Math.abs(z) < parameters.near ? new Aim.Tilt(0) : Aim.STAY;
    }

    private static double againstOthers(Scene scene) {
        double others = scene.view().markets().stream()
                .filter(other -> !other.symbol().equals(scene.market().symbol()))
                .mapToDouble(other -> Math.log(other.mark().doubleValue()))
                .average()
                .orElse(0);
        return Math.log(scene.mark()) - others;
    }
}
