package io.botpit.game.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.botpit.game.money.Symbol;
import io.botpit.game.random.Dice;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What theory says of each model, held against many courses with fixed seeds. A bound is five standard errors wide, so a
 * wrong factor of a formula is seen and chance is not: the seeds are always the same.
 */
class PathStatisticsTest {
    private static final int PATHS = 4_000;
    private static final long SECOND = 100;

    @Test
    void aRandomWalkSpreadsWithTheRootOfTime() {
        double[] ends = shares(new PriceModel.RandomWalk(1_000), SECOND);

        double variance = 1e-6 * SECOND;
        assertMean(ends, 1, variance);
        assertVariance(ends, variance);
    }

    @Test
    void aGeometricMotionGainsItsDriftAndSpreadsInLogarithms() {
        double[] ends = shares(new PriceModel.Geometric(6_000, 2_000), SECOND);

        // mu = 0.0001 and sigma = 0.002 a second: mean e^(mu t), logarithm N((mu - sigma^2 / 2) t, sigma^2 t).
        double variance = 4e-6 * SECOND;
        assertMean(ends, StrictMath.exp(0.01), variance);
        assertMean(logarithms(ends), 0.01 - variance / 2, variance);
        assertVariance(logarithms(ends), variance);
    }

    @Test
    void aTrendGoesEitherWayEquallyOften() {
        double[] ends = shares(new PriceModel.Trend(6_000, 0, 0), SECOND);

        long up = Arrays.stream(ends).filter(share -> share > 1).count();
        assertThat(up).isBetween(PATHS / 2 - 160L, PATHS / 2 + 160L);
        assertThat(Arrays.stream(logarithms(ends)).map(Math::abs)).allMatch(gained -> Math.abs(gained - 0.01) < 1e-9);
    }

    @Test
    void aTrendThatTurnsForgetsItsDirection() {
        double[] ends = shares(new PriceModel.Trend(60_000, 0, 20), SECOND);

        // Directions are a chain with correlation r = 1 - 2/20 a second: variance of their sum over n seconds.
        double r = 0.9;
        double variance =
                1e-6 * (SECOND * (1 + r) / (1 - r) - 2 * r * (1 - StrictMath.pow(r, SECOND)) / ((1 - r) * (1 - r)));
        assertMean(logarithms(ends), 0, variance);
        assertVariance(logarithms(ends), variance);
    }

    @Test
    void meanReversionSettlesAtItsStationaryVariance() {
        long halfLife = 10;
        double[] late = shares(new PriceModel.MeanReversion(halfLife, 1_000), 20 * halfLife);

        double variance = 1e-6 / (2 * StrictMath.log(2) / halfLife);
        assertMean(logarithms(late), 0, variance);
        assertVariance(logarithms(late), variance);
    }

    @Test
    void meanReversionForgetsHalfOfADistanceInItsHalfLife() {
        long halfLife = 10;
        PriceModel model = new PriceModel.MeanReversion(halfLife, 1_000);
        double[] before = logarithms(shares(model, 20 * halfLife));
        double[] after = logarithms(shares(model, 21 * halfLife));

        double covariance = 0;
        for (int i = 0; i < PATHS; i++) {
            covariance += before[i] * after[i] / PATHS;
        }
        assertThat(covariance / variance(before)).isCloseTo(0.5, within(0.08));
    }

    @Test
    void jumpsComeAtTheirRateAndLeaveTheMeanAlone() {
        double[] ends = shares(new PriceModel.Jumps(1_000, 25, -20_000, 10_000), SECOND);

        // Variance of the logarithm: sigma^2 t + lambda t (m^2 + s^2); its mean is below zero by the compensation.
        double rate = SECOND / 25.0;
        double variance = 1e-6 * SECOND + rate * (4e-4 + 1e-4);
        double compensation = rate * (StrictMath.exp(-0.02 + 5e-5) - 1);
        assertMean(ends, 1, variance);
        assertMean(logarithms(ends), -5e-7 * SECOND - rate * 0.02 - compensation, variance);
        assertVariance(logarithms(ends), variance);
    }

    @Test
    void aFollowersOwnPartIsDrawnBack() {
        Symbol leader = new Symbol("BTC/USD");
        double[] late = shares(new PriceModel.Follow(leader, 2, 10, 1_000), 200);

        assertVariance(logarithms(late), 1e-6 / (2 * StrictMath.log(2) / 10));
    }

    private static double[] shares(PriceModel model, long second) {
        return LongStream.range(0, PATHS)
                .mapToDouble(seed -> new ReferencePath(model, new Dice(seed), "path").at(second))
                .toArray();
    }

    private static double[] logarithms(double[] shares) {
        return Arrays.stream(shares).map(StrictMath::log).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }

    private static void assertMean(double[] values, double expected, double variance) {
        assertThat(mean(values)).isCloseTo(expected, within(5 * StrictMath.sqrt(variance / PATHS) * 1.05));
    }

    /** Standard error of a variance is v √(2/n) for normal values; jumps have heavier tails. */
    private static void assertVariance(double[] values, double expected) {
        assertThat(variance(values)).isCloseTo(expected, within(6 * expected * StrictMath.sqrt(2.0 / PATHS)));
    }
}
