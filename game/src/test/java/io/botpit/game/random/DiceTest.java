package io.botpit.game.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The numbers here were computed by a second program; those of seed 1234567 are the published ones of SplitMix64. */
final class DiceTest {
    @Test
    void aSeedDrawsThePublishedNumbers() {
        assertThat(longs(new Dice(1_234_567), 5))
                .containsExactly(
                        6_457_827_717_110_365_317L,
                        3_203_168_211_198_807_973L,
                        Long.parseUnsignedLong("9817491932198370423"),
                        4_593_380_528_125_082_431L,
                        Long.parseUnsignedLong("16408922859458223821"));
        assertThat(longs(new Dice(0), 3))
                .containsExactly(0xE220_A839_7B1D_CDAFL, 0x6E78_9E6A_A1B9_65F4L, 0x06C4_5D18_8009_454FL);
    }

    @Test
    void theNumbersAreThoseOfTheJdksSplitMix() {
        SplittableRandom reference = new SplittableRandom(-9);

        assertThat(longs(new Dice(-9), 1_000))
                .containsExactly(
                        LongStream.generate(reference::nextLong).limit(1_000).toArray());
    }

    @Test
    void everyKindOfDrawIsKnown() {
        assertThat(ints(new Dice(42), 6, 12)).containsExactly(4, 0, 1, 2, 0, 5, 1, 4, 2, 3, 1, 2);
        assertThat(ints(new Dice(42), Integer.MAX_VALUE, 3)).containsExactly(1_592_498_450, 343_404_953, 598_291_371);
        assertThat(new Dice(42).unit()).isEqualTo(0.7415648787718233);
        assertThat(new Dice(42).gaussian()).isCloseTo(0.8822489062222688, within(1e-15));
        assertThat(new Dice(42).permutation(10)).containsExactly(4, 6, 1, 8, 2, 5, 9, 3, 0, 7);
        assertThat(new Dice(42).shuffled(List.of("a", "b", "c", "d"))).containsExactly("c", "d", "b", "a");
    }

    @Test
    void everyKindOfLabelIsKnown() {
        assertThat(new Dice(42).split(7).next()).isEqualTo(0xFDCC_3A59_BF09_9437L);
        assertThat(new Dice(42).split("scenario").next()).isEqualTo(0x5448_8F84_3FE6_B584L);
        assertThat(new Dice(42).split("\u00E9\u20AC").next()).isEqualTo(0x2CD9_1D81_827E_08EDL);
    }

    @Test
    void aSplitDoesNotDependOnWhatWasDrawn() {
        Dice dice = new Dice(5);
        dice.permutation(100);

        assertThat(longs(dice.split("a"), 8)).containsExactly(longs(new Dice(5).split("a"), 8));
    }

    @Test
    void splitsSeedsAndTheirDrawsAllDiffer() {
        Dice dice = new Dice(0);
        LongStream firsts =
                LongStream.range(-500, 500).map(label -> dice.split(label).next());
        LongStream seconds =
                LongStream.range(-500, 500).map(seed -> new Dice(seed).split(0).next());
        LongStream whole = LongStream.range(-500, 500).map(seed -> new Dice(seed).next());

        assertThat(LongStream.concat(LongStream.concat(firsts, seconds), whole)
                        .distinct()
                        .count())
                .as("only split 0 of seed 0 is in two lists")
                .isEqualTo(2_999);
    }

    @Test
    void boundsAreReachedEquallyOften() {
        int[] counts = new int[7];
        for (int number : ints(new Dice(1), 7, 70_000)) {
            counts[number]++;
        }

        assertThat(Arrays.stream(counts)
                        .mapToDouble(count -> (count - 10_000.0) * (count - 10_000) / 10_000)
                        .sum())
                .as("chi square of 6 degrees of freedom, 99.9 %%")
                .isLessThan(22.46);
    }

    @Test
    void gaussiansHaveMeanZeroAndDeviationOne() {
        Dice dice = new Dice(3);
        double[] drawn =
                IntStream.range(0, 100_000).mapToDouble(_ -> dice.gaussian()).toArray();

        assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(0, within(0.01));
        assertThat(Arrays.stream(drawn).map(x -> x * x).average().orElseThrow()).isCloseTo(1, within(0.02));
        assertThat(Arrays.stream(drawn).filter(x -> Math.abs(x) > 1.96).count()).isBetween(4_700L, 5_300L);
    }

    @Test
    void nothingIsDrawnBelowNothing() {
        assertThatThrownBy(() -> new Dice(1).below(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bound must be positive: 0");
        assertThat(new Dice(1).below(1)).isZero();
        assertThat(new Dice(1).permutation(0)).isEmpty();
    }

    private static long[] longs(Dice dice, int count) {
        return LongStream.generate(dice::next).limit(count).toArray();
    }

    private static int[] ints(Dice dice, int bound, int count) {
        return IntStream.generate(() -> dice.below(bound)).limit(count).toArray();
    }
}
