package io.botpit.game.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.botpit.game.rating.Foretold.Seated;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who loses what it used to win is a surprise, and nobody else. */
class ForetoldTest {
    private static final Rating KNOWN = new Rating(1_500, 60, 0.06);
    private static final Rating STRONG = new Rating(1_800, 60, 0.06);

    @Test
    void aPlaceAmongEqualsVariesAsMuchAsADrawnNumber() {
        Foretold last = Foretold.of(new Seated(KNOWN, 5), seated(1, 2, 3, 4));

        assertThat(last.place()).isEqualTo(5);
        assertThat(last.expected()).isCloseTo(3, within(1e-9));
        // A number drawn from 1 to 5 has a variance of 2.
        assertThat(last.variance()).isCloseTo(2, within(1e-9));
        assertThat(Foretold.surprise(List.of(last))).isCloseTo(-2 / Math.sqrt(2), within(1e-9));
    }

    @Test
    void aTieIsHalfAPlace() {
        assertThat(Foretold.of(new Seated(KNOWN, 1), seated(1, 1)).place()).isEqualTo(2);
        assertThat(Foretold.of(new Seated(KNOWN, 1), seated(1, 3)).place()).isEqualTo(1.5);
    }

    @Test
    void whatIsForetoldIsWhatTheRatingSays() {
        // 300 points, with deviations of 60: g = 0.9663 for 84.85, so 1 / (1 + exp(-0.9663 * 300 / 173.7178)) = 0.8414.
        Foretold won = Foretold.of(new Seated(STRONG, 1), List.of(new Seated(KNOWN, 2)));

        assertThat(won.expected()).isCloseTo(1.1586, within(5e-4));
        assertThat(won.variance()).isCloseTo(0.8414 * 0.1586, within(5e-4));
        assertThat(Foretold.surprise(List.of(won))).isPositive();
    }

    @Test
    void whoThrowsTwentyGamesIsFarBelowAndWhoLosesSomeIsNot() {
        Foretold won = Foretold.of(new Seated(STRONG, 1), List.of(new Seated(KNOWN, 2)));
        Foretold lost = Foretold.of(new Seated(STRONG, 2), List.of(new Seated(KNOWN, 1)));

        assertThat(Foretold.surprise(Collections.nCopies(20, lost))).isLessThan(-4);
        assertThat(Foretold.surprise(Collections.nCopies(16, won))).isPositive();
        assertThat(Foretold.surprise(List.of(won, won, won, won, won, lost))).isBetween(-1.0, 1.0);
        assertThat(Foretold.surprise(List.of())).isZero();
    }

    private static List<Seated> seated(int... places) {
        return Arrays.stream(places).mapToObj(place -> new Seated(KNOWN, place)).toList();
    }
}
