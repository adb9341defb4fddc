package io.botpit.game.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.botpit.game.rating.Glicko.Meeting;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GlickoTest {
    private static final double VOLATILITY = 0.06;

    @Test
    void glickmansOwnExampleComesOutWhereEveryPairCountsInFull() {
        List<Meeting> meetings = List.of(
                new Meeting(rating(1_400, 30), 1),
                new Meeting(rating(1_550, 100), 0),
                new Meeting(rating(1_700, 300), 0));

        Rating after = Glicko.after(rating(1_500, 200), meetings, 1);

        assertThat(after.value()).isCloseTo(1_464.05, within(0.01));
        assertThat(after.deviation()).isCloseTo(151.52, within(0.01));
        assertThat(after.volatility()).isCloseTo(0.059996, within(1e-6));
    }

    @Test
    void aSurpriseMovesTheValueAndTheVolatility() {
        Rating known = new Rating(1_500, 50, VOLATILITY);
        List<Meeting> beatenByTheWeak = List.of(new Meeting(rating(1_000, 50), 0));

        Rating after = Glicko.after(known, beatenByTheWeak);

        assertThat(after.value()).isLessThan(1_490);
        assertThat(after.volatility()).isGreaterThan(VOLATILITY);
    }

    @Test
    void thoseWhoAreWorldsApartGetNumbersToo() {
        Rating after = Glicko.after(rating(30_000, 45), List.of(new Meeting(rating(-30_000, 45), 1)));

        assertThat(after.value()).isCloseTo(30_000, within(1e-6));
        assertThat(after.deviation()).isFinite();
    }

    private static Rating rating(double value, double deviation) {
        return new Rating(value, deviation, VOLATILITY);
    }
}
