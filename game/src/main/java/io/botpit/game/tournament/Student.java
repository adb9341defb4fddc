package io.botpit.game.tournament;

import io.botpit.game.tournament.TournamentStanding.Spread;

/** Intervals by Student's t distribution (W. S. Gosset, "The probable error of a mean", Biometrika 6, 1908). Stateless. */
public final class Student {
    /** Two-sided 95 % by degrees of freedom from 1 on, as printed in every table. */
    private static final double[] T95 = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    /** Of the normal distribution. */
    private static final double Z95 = 1.959964;

    private Student() {}

    /**
     * Where the mean of what the values are drawn from lies with 95 % confidence.
     *
     * @param values two at least
     */
    public static Spread spread(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        int freedom = values.length - 1;
        double error = StrictMath.sqrt(squares / freedom / values.length);
        double reach = error * t95(freedom);
        return new Spread(mean, mean - reach, mean + reach);
    }

    /** Beyond the table by two terms of the expansion in Abramowitz and Stegun, 26.7.5: wrong by less than 0.0001. */
    private static double t95(int freedom) {
        if (freedom <= T95.length) {
            return T95[freedom - 1];
        }
        double cube = Z95 * Z95 * Z95;
        return Z95
                + (cube + Z95) / (4.0 * freedom)
                + (5 * cube * Z95 * Z95 + 16 * cube + 3 * Z95) / (96.0 * freedom * freedom);
    }
}
