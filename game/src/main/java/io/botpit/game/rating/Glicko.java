package io.botpit.game.rating;

import java.util.List;

/**
 * Glicko-2, each game a rating period of its own. Source: M. Glickman, "Example of the Glicko-2 system", 2022; the
 * weight of the pairs is ours. Stateless.
 */
final class Glicko {
    private static final double CENTRE = 1_500;
    private static final double SCALE = 173.7178;
    /** How far volatility may move in one period; between 0.5 and 1.2 it made no difference. */
    private static final double TAU = 0.5;

    private static final double CLOSE_ENOUGH = 1e-6;

    private Glicko() {}

    /**
     * One opponent of a game.
     *
     * @param other the rating before the game
     * @param result 1 for being ahead, 0.5 for a tie, 0 for being behind
     */
    record Meeting(Rating other, double result) {}

    /**
     * The rating after a game. All pairs together weigh as much as one duel: a place among eight is one result, not
     * seven.
     *
     * @param meetings one per opponent, at least one
     */
    static Rating after(Rating own, List<Meeting> meetings) {
        return after(own, meetings, 1.0 / meetings.size());
    }

    static Rating after(Rating own, List<Meeting> meetings, double weight) {
        double mu = (own.value() - CENTRE) / SCALE;
        double phi = own.deviation() / SCALE;
        double information = 0;
        double surprise = 0;
        for (Meeting meeting : meetings) {
            double g = damping(meeting.other().deviation() / SCALE);
            double lead = g * (mu - (meeting.other().value() - CENTRE) / SCALE);
            double ahead = 1 / (1 + StrictMath.exp(-lead));
            // Not as 1 - ahead, which is 0 where the two are far apart, and then nothing could be divided by it.
            double behind = 1 / (1 + StrictMath.exp(lead));
            information += weight * g * g * ahead * behind;
            surprise += weight * g * (meeting.result() - ahead);
        }
        double variance = 1 / information;
        double volatility = new Turbulence(phi, variance, variance * surprise).volatility(own.volatility());
        double before = square(phi) + square(volatility);
        double after = 1 / (1 / before + information);
        double deviation = Math.clamp(SCALE * StrictMath.sqrt(after), Rating.DEVIATION_MIN, Rating.DEVIATION_MAX);
        return new Rating(CENTRE + SCALE * (mu + after * surprise), deviation, volatility);
    }

    /** How likely one is ahead of the other, both ratings as uncertain as they are. */
    static double ahead(Rating own, Rating other) {
        double both = StrictMath.sqrt(square(own.deviation()) + square(other.deviation())) / SCALE;
        double lead = damping(both) * (own.value() - other.value()) / SCALE;
        return 1 / (1 + StrictMath.exp(-lead));
    }

    /** The deviation after so many periods without a game. */
    static double rested(double deviation, double volatility, long periods) {
        return SCALE * StrictMath.sqrt(square(deviation / SCALE) + periods * square(volatility));
    }

    /** How much less a result says against somebody whose own rating is uncertain. */
    private static double damping(double phi) {
        return 1 / StrictMath.sqrt(1 + 3 * square(phi) / square(Math.PI));
    }

    private static double square(double x) {
        return x * x;
    }

    /**
     * How much the results of a period speak for another volatility; step 5 of the paper.
     *
     * @param phi the deviation before
     * @param variance of the value, were the results all that is known
     * @param improvement what the value would move by, were the results all that is known
     */
    private record Turbulence(double phi, double variance, double improvement) {
        /** By the Illinois method, between the old volatility and a bound on the other side. */
        double volatility(double old) {
            double start = StrictMath.log(square(old));
            double a = start;
            double b = bound(start);
            double atA = slope(a, start);
            double atB = slope(b, start);
            while (Math.abs(b - a) > CLOSE_ENOUGH) {
                double c = a + (a - b) * atA / (atB - atA);
                double atC = slope(c, start);
                if (atC * atB <= 0) {
                    a = b;
                    atA = atB;
                } else {
                    atA /= 2;
                }
                b = c;
                atB = atC;
            }
            return StrictMath.exp(a / 2);
        }

        private double bound(double start) {
            double excess = square(improvement) - square(phi) - variance;
            if (excess > 0) {
                return StrictMath.log(excess);
            }
            double bound = start - TAU;
            while (slope(bound, start) < 0) {
                bound -= TAU;
            }
            return bound;
        }

        /** Of the likelihood at the logarithm of a squared volatility. */
        private double slope(double x, double start) {
            double squared = StrictMath.exp(x);
            double total = square(phi) + variance + squared;
            return squared * (square(improvement) - total) / (2 * square(total)) - (x - start) / square(TAU);
        }
    }
}
