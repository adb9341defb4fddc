package io.botpit.game.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.random.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SwissDuelsTest {
    @Test
    void atFirstTheUpperHalfMeetsTheLowerHalf() {
        assertThat(SwissDuels.round(new Swiss(8, 1).contenders()))
                .containsExactly(List.of(0, 4), List.of(5, 1), List.of(2, 6), List.of(7, 3));
    }

    @Test
    void anOddOneHasAByeAndThatIsTheLowest() {
        assertThat(SwissDuels.round(new Swiss(5, 1).contenders()))
                .containsExactly(List.of(0, 2), List.of(3, 1), List.of(4));
    }

    @Test
    void equalPointsMeet() {
        List<Contender> field = List.of(won(0), lost(1), won(2), lost(3));

        assertThat(SwissDuels.round(field)).containsExactly(List.of(0, 2), List.of(3, 1));
    }

    @Test
    void theOneWhoFloatedStaysWhereAnotherCanGo() {
        List<Contender> field =
                List.of(contender(0, 1, false), contender(1, 1, false), contender(2, 1, true), contender(3, 0, false));

        assertThat(SwissDuels.round(field)).containsExactly(List.of(0, 2), List.of(3, 1));
    }

    @Test
    void theByeGoesToAnotherWhereTheRestWouldMeetAgain() {
        List<Contender> field = List.of(met(0, 1), met(1, 0), met(2));

        assertThat(SwissDuels.round(field)).containsExactly(List.of(0, 2), List.of(1));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void nobodyMeetsTwiceAndNobodyHasTwoByes(int field) {
        Swiss swiss = new Swiss(field, field);
        for (int round = 0; round < rounds(field); round++) {
            List<Contender> before = swiss.contenders();
            boolean canMeetAnew = swiss.canMeetAnew(before);
            List<List<Integer>> tables = SwissDuels.round(before);
            swiss.play(tables);

            assertThat(tables.stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, field).boxed().toList());
            assertThat(swiss.byes()).doesNotHaveDuplicates().hasSize(field % 2 * (round + 1));
            if (canMeetAnew) {
                assertThat(tables)
                        .allSatisfy(table -> assertThat(table.size() == 2
                                        && before.get(table.getFirst()).met().contains(table.getLast()))
                                .isFalse());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 9, 32, 63})
    void theOrderOfTheFieldDoesNotMatter(int field) {
        Swiss swiss = new Swiss(field, 3);
        swiss.play(SwissDuels.round(swiss.contenders()));
        List<Contender> contenders = swiss.contenders();

        assertThat(SwissDuels.round(new Dice(1).shuffled(contenders))).isEqualTo(SwissDuels.round(contenders));
    }

    /** As long a tournament as can be: all rounds of a small field are possible without a second meeting. */
    @Test
    void sixMeetAllOthersIfTheyPlayLongEnough() {
        List<Integer> again = new ArrayList<>();
        for (int seed = 0; seed < 50; seed++) {
            Swiss swiss = new Swiss(6, seed);
            for (int round = 0; round < 5; round++) {
                List<Contender> before = swiss.contenders();
                boolean possible = swiss.canMeetAnew(before);
                List<List<Integer>> tables = SwissDuels.round(before);
                boolean meetAgain = tables.stream()
                        .anyMatch(table -> before.get(table.getFirst()).met().contains(table.getLast()));
                assertThat(meetAgain).as("seed %d, round %d", seed, round).isEqualTo(!possible);
                if (meetAgain) {
                    again.add(seed);
                }
                swiss.play(tables);
            }
        }
        assertThat(again).as("both cases happen").isNotEmpty().hasSizeLessThan(100);
    }

    /** Late rounds of large fields take long and are like those of others. */
    private static int rounds(int field) {
        return field > 32 ? 4 : Math.min(7, Berger.rounds(field));
    }

    private static IntStream fields() {
        return IntStream.rangeClosed(2, 64);
    }

    private static Contender won(int seat) {
        return contender(seat, 1, false);
    }

    private static Contender lost(int seat) {
        return contender(seat, 0, false);
    }

    private static Contender contender(int seat, double points, boolean floated) {
        return new Contender(seat, seat, points, 1_500 - seat, List.of(), 0, false, floated);
    }

    private static Contender met(int seat, Integer... others) {
        return new Contender(seat, seat, 0, 1_500 - seat, List.of(others), 0, false, false);
    }
}
