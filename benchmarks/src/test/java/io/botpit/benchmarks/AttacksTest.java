package io.botpit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.rules.Valuation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A few games of the suite whose 200 {@code ./botpit bench attacks} plays: -Dbotpit.attack-games=200 plays them here. */
class AttacksTest {
    private static final int GAMES = Integer.getInteger("botpit.attack-games", 3);

    /** A twentieth of a percent of what the wallet is worth at the start, in USD. */
    private static final double LITTLE = 10;

    static Stream<Arguments> attacks() {
        return Attack.ALL.stream()
                .flatMap(attack -> Stream.of(Valuation.REFERENCE, Valuation.BOOK_LOO)
                        .map(valuation -> Arguments.of(attack, valuation)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void noAttackIsWorthIt(Attack attack, Valuation valuation) {
        Attacks.Gain gain = Attacks.gain(attack, valuation, GAMES);

        assertThat(gain.mean())
                .as("%s by %s gains %s", attack.name(), valuation.word(), gain)
                .isLessThan(LITTLE);
        assertThat(gain.low())
                .as("%s by %s gains %s, for certain", attack.name(), valuation.word(), gain)
                .isNotPositive();
    }

    /** The suite would see it: by the last mark, pushing it pays. */
    @Test
    void byTheLastMarkBangingTheClosePays() {
        Attacks.Gain gain = Attacks.gain(Attack.ALL.getFirst(), Valuation.LAST_MARK, 2 * GAMES);

        assertThat(gain.low()).as("gain %s", gain).isGreaterThan(LITTLE);
    }

    @ParameterizedTest
    @MethodSource("valuations")
    void whoDoesNothingScoresNothing(Valuation valuation) {
        for (long seed = 1; seed <= GAMES; seed++) {
            assertThat(AttackGame.play(valuation, seed, Moves.nothing(), Moves.nothing()))
                    .isEqualTo(new AttackGame.Scores(0, 0));
        }
    }

    static List<Valuation> valuations() {
        return List.of(Valuation.values());
    }
}
