package io.botpit.game.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {
    private final Curve curve = new Curve();

    @Test
    void theDeepestFallCounts() {
        IntStream.of(0, 5, 3, 9, 2, 4, -1, 20, 12).forEach(curve::add);

        assertThat(curve.drawdown()).isEqualTo(10);
    }

    @Test
    void whatNeverMovesHasNoSteadiness() {
        IntStream.range(0, 1_000).forEach(_ -> curve.add(0));

        assertThat(curve.steadiness()).isZero();
    }

    @Test
    void fewSecondsAreAsManySlices() {
        IntStream.of(0, 1, 4, 5, 8).forEach(curve::add);

        // Gains 1, 3, 1, 3: mean 2, standard deviation sqrt(4/3), four slices.
        assertThat(curve.steadiness()).isCloseTo(2 / Math.sqrt(4.0 / 3) * 2, within(1e-12));
    }

    @Test
    void aLongGameIsComparedOverTwoHundredSlices() {
        // A slice of three seconds gains 1 and 3 in turn.
        IntStream.rangeClosed(0, 600).forEach(second -> curve.add(second / 3 * 2 - (second / 3 % 2 == 1 ? 1 : 0)));

        assertThat(curve.steadiness()).isCloseTo(2 / Math.sqrt(200.0 / 199) * Math.sqrt(200), within(1e-9));
    }

    @Test
    void aDayIsThinnedAndStaysWhatItIs() {
        IntStream.range(0, 86_400).forEach(second -> curve.add(second + (second % 2_000 < 1_000 ? 0 : 7)));

        assertThat(curve.drawdown()).isEqualTo(6);
        assertThat(curve.steadiness()).isGreaterThan(100);
    }
}
