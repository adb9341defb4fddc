package io.botpit.game.scenario;

import io.botpit.game.money.Symbol;
import java.util.List;

/**
 * How a reference price moves, one step a second of game time, from the instrument's mark at the start. Parameters are
 * whole numbers: ppm is a millionth of the price, volatility counts per square root of a second, so that a price of
 * volatility 100 ppm is after 400 seconds typically 2,000 ppm, or 0.2 %, from where it was.
 */
public sealed interface PriceModel {
    long VOLATILITY_PPM_MAX = 50_000;
    long DRIFT_PPM_MAX = 100_000;

    /** Longest time that may stand in a model, in seconds: a day. */
    long SECONDS_MAX = 86_400;

    /**
     * Steps of the same size whatever the price: P' = P + P0 σ Z (Bachelier, <i>Théorie de la spéculation</i>, 1900).
     *
     * @param volatilityPpm σ, of the price at the start
     */
    record RandomWalk(long volatilityPpm) implements PriceModel {
        public RandomWalk {
            checkVolatility(volatilityPpm);
        }
    }

    /**
     * Geometric Brownian motion: ln P' = ln P + μ − σ²/2 + σ Z (Samuelson, <i>Rational theory of warrant pricing</i>,
     * Industrial Management Review 6, 1965).
     *
     * @param driftPpmPerMinute μ, what the price gains on average
     */
    record Geometric(long driftPpmPerMinute, long volatilityPpm) implements PriceModel {
        public Geometric {
            Range.check("drift-ppm-per-minute", driftPpmPerMinute, -DRIFT_PPM_MAX, DRIFT_PPM_MAX);
            checkVolatility(volatilityPpm);
        }
    }

    /**
     * Geometric Brownian motion whose drift has one size and two directions. The first is drawn; it turns at any second
     * with the same chance (Hamilton, <i>A new approach to the economic analysis of nonstationary time series</i>,
     * Econometrica 57, 1989). So nobody knows beforehand which way the trend goes.
     *
     * @param turnSeconds mean time between two turns; 0: it never turns
     */
    record Trend(long driftPpmPerMinute, long volatilityPpm, long turnSeconds) implements PriceModel {
        public Trend {
            Range.check("drift-ppm-per-minute", driftPpmPerMinute, 0, DRIFT_PPM_MAX);
            checkVolatility(volatilityPpm);
            Range.check("turn-seconds", turnSeconds, 0, SECONDS_MAX);
        }
    }

    /**
     * The logarithm is drawn back to where it began: X' = a X + σ √((1 − a²) / 2θ) Z with a = e<sup>−θ</sup> and θ = ln 2
     * / half-life, the exact step of the process of Ornstein and Uhlenbeck (Gillespie, Physical Review E 54, 1996; of
     * prices: Schwartz, Journal of Finance 52, 1997).
     *
     * @param halfLifeSeconds in which half of a distance is gone
     */
    record MeanReversion(long halfLifeSeconds, long volatilityPpm) implements PriceModel {
        public MeanReversion {
            Range.check("half-life-seconds", halfLifeSeconds, 1, SECONDS_MAX);
            checkVolatility(volatilityPpm);
        }
    }

    /**
     * Brownian motion with jumps of lognormal size that come as a Poisson process, so compensated that the price gains
     * nothing on average (Merton, <i>Option pricing when underlying stock returns are discontinuous</i>, Journal of
     * Financial Economics 3, 1976).
     *
     * @param everySeconds mean time from one jump to the next
     * @param jumpPpm mean of a jump's logarithm
     * @param spreadPpm its standard deviation
     */
    record Jumps(long volatilityPpm, long everySeconds, long jumpPpm, long spreadPpm) implements PriceModel {
        public Jumps {
            checkVolatility(volatilityPpm);
            Range.check("every-seconds", everySeconds, 1, SECONDS_MAX);
            Range.check("jump-ppm", jumpPpm, -500_000, 500_000);
            Range.check("spread-ppm", spreadPpm, 0, 500_000);
        }
    }

    /**
     * A course that was recorded elsewhere, as a share of its first price; a price holds until the next one.
     *
     * @param points the first at second 0, later ones in order
     */
    record Recorded(List<Point> points) implements PriceModel {
        public static final int POINTS_MAX = 20_000;

        public Recorded {
            points = List.copyOf(points);
            Range.check("number of points", points.size(), 1, POINTS_MAX);
            long before = -1;
            for (Point point : points) {
                if (before < 0 ? point.second() != 0 : point.second() <= before) {
                    throw new IllegalArgumentException("points must begin at second 0 and go on in order of time, not "
                            + point.second() + " after " + before);
                }
                before = point.second();
            }
        }

        /**
         * A price.
         *
         * @param ppm of the price at second 0
         */
        public record Point(long second, long ppm) {
            public Point {
                Range.check("second of a point", second, 0, Scenario.SECONDS_MAX);
                Range.check("ppm of a point", ppm, 1, 1_000_000_000);
            }
        }
    }

    /**
     * The course of another market of the scenario, some seconds later, and a distance to it that is drawn back to
     * nothing as in {@link MeanReversion}: the two prices belong together, and whoever is fast earns from it.
     */
    record Follow(Symbol leader, long lagSeconds, long halfLifeSeconds, long volatilityPpm) implements PriceModel {
        public Follow {
            Range.check("lag-seconds", lagSeconds, 0, SECONDS_MAX);
            Range.check("half-life-seconds", halfLifeSeconds, 1, SECONDS_MAX);
            checkVolatility(volatilityPpm);
        }
    }

    private static void checkVolatility(long ppm) {
        Range.check("volatility-ppm", ppm, 0, VOLATILITY_PPM_MAX);
    }
}
