package io.botpit.game.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.random.Dice;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SwissTablesTest {
    private static final int ROUNDS = 4;

    @Test
    void equalOnesAreDealtThereAndBack() {
        List<Contender> field =
                IntStream.range(0, 8).mapToObj(seat -> contender(seat, 0, seat)).toList();

        assertThat(sorted(SwissTables.round(field, 4, new Dice(1))))
                .containsExactly(List.of(0, 3, 4, 7), List.of(1, 2, 5, 6));
    }

    @Test
    void thoseWithMorePointsSitTogether() {
        List<Contender> field = IntStream.range(0, 8)
                .mapToObj(seat -> contender(seat, seat % 2, seat))
                .toList();

        assertThat(sorted(SwissTables.round(field, 4, new Dice(1))))
                .containsExactly(List.of(1, 3, 5, 7), List.of(0, 2, 4, 6));
    }

    @Test
    void botsOfOneOwnerSitApartWhereThatCostsLessThanTheirPoints() {
        List<Contender> field = IntStream.range(0, 8)
                .mapToObj(seat -> contender(seat, 0, seat == 3 ? 0 : seat))
                .toList();

        assertThat(sorted(SwissTables.round(field, 4, new Dice(1))).getFirst()).doesNotContainSequence(0, 3);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everybodySitsOnceInEachRoundAndFewMeetTwice(int field) {
        int size = Math.min(field, 4);
        Swiss swiss = new Swiss(field, field);
        for (int round = 0; round < ROUNDS; round++) {
            List<List<Integer>> tables = SwissTables.round(swiss.contenders(), size, new Dice(round));
            swiss.play(tables);

            assertThat(tables.stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, field).boxed().toList());
            assertThat(tables.stream().mapToInt(List::size).max().orElseThrow()
                            - tables.stream().mapToInt(List::size).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }
        if (field >= 16) {
            assertThat(swiss.secondMeetings()).as("of 100 meetings").isLessThanOrEqualTo(10);
        }
    }

    private static Contender contender(int seat, double points, int owner) {
        return new Contender(seat, owner, points, 1_500 - seat, List.of(), 0, false, false);
    }

    private static List<List<Integer>> sorted(List<List<Integer>> tables) {
        return tables.stream().map(table -> table.stream().sorted().toList()).toList();
    }

    private static IntStream fields() {
        return IntStream.rangeClosed(2, 64);
    }
}
