package io.botpit.bots.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas of makers, executors and those who bet on statistics. */
class MakingArithmeticTest {
    /** Volatility 2, one unit of time: the simulations of Avellaneda and Stoikov, whose table has the mean over time. */
    @ParameterizedTest
    @CsvSource({"0.1, 1.49", "0.01, 1.35"})
    void theMeanSpreadIsThatOfThePaper(double gamma, double spread) {
        double meanRisk = 2 * 2 / 2.0;

        assertThat(new AvellanedaStoikov(gamma, 1.5).spread(meanRisk)).isCloseTo(spread, within(0.005));
    }

    @Test
    void whoOwnsTooMuchQuotesLower() {
        AvellanedaStoikov formulas = new AvellanedaStoikov(0.1, 1.5);

        assertThat(formulas.shift(3, 4)).isCloseTo(-1.2, within(1e-12));
        assertThat(formulas.shift(-3, 4)).isCloseTo(1.2, within(1e-12));
        assertThat(formulas.shift(3, 0)).isCloseTo(0, within(1e-12));
    }

    @Test
    void theMicroPriceIsNearerToTheSideThatHasLess() {
        assertThat(Imbalance.of(3, 1)).isEqualTo(0.5);
        assertThat(Imbalance.microPrice(99, 3, 101, 1)).isEqualTo(100.5);
        assertThat(Imbalance.microPrice(99, 1, 101, 1)).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.25", "2, 0.5", "4, 1"})
    void withoutUrgencyAnOrderIsDoneEvenly(int slices, double done) {
        assertThat(new Schedule.ByTime(4, Schedule.EVENLY).done(slices)).isCloseTo(done, within(1e-9));
    }

    /** sinh(1) / sinh(2) = 0.3240 is left at half time. */
    @Test
    void withUrgencyItIsDoneEarlyAsAlmgrenAndChrissHaveIt() {
        assertThat(new Schedule.ByTime(2, 2).done(1)).isCloseTo(1 - 0.3240, within(1e-4));
        assertThat(new Schedule.ByTime(2, 2).done(2)).isEqualTo(1);
    }

    @Test
    void byVolumeASliceHasItsShareOfAllThatWasTraded() {
        Schedule.ByVolume schedule = new Schedule.ByVolume(2);
        assertThat(schedule.done(1)).isEqualTo(0.5);

        schedule.traded(0, 5);
        schedule.traded(1, 1);

        assertThat(schedule.done(1)).isEqualTo(0.75);
        assertThat(schedule.done(2)).isEqualTo(1);
    }

    @Test
    void aDeviationCountsFromWhatWasBefore() {
        Deviation deviation = new Deviation(3, 2);

        assertThat(deviation.next(10)).isNaN();
        assertThat(deviation.next(12)).isNaN();

        // gain 1/2: mean 11, variance 1
        assertThat(deviation.next(14)).isEqualTo(3);
    }

    @Test
    void aParameterOutsideOfItsRangeIsNamed() {
        assertThatThrownBy(() -> new Momentum.Parameters(12, 12, 0.003, 0.15))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("slowBeats must be from 13.0 to 10000.0, not 12.0");
        assertThatThrownBy(() -> new AdaptiveAggressive.Parameters(5, 0.4, Double.NaN, 3, 0.02))
                .hasMessage("beta2 must be from 0.0 to 1.0, not NaN");
    }
}
