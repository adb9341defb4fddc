package io.botpit.game.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BergerTest {
    @Test
    void fourMeetInThreeRounds() {
        assertThat(IntStream.range(0, 3).mapToObj(round -> Berger.round(4, round)))
                .containsExactly(
                        List.of(List.of(0, 3), List.of(1, 2)),
                        List.of(List.of(3, 1), List.of(2, 0)),
                        List.of(List.of(2, 3), List.of(0, 1)));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void eachMeetsEachOnce(int field) {
        int[][] met = new int[field][field];
        for (int round = 0; round < Berger.rounds(field); round++) {
            for (List<Integer> duel : Berger.round(field, round)) {
                met[duel.getFirst()][duel.getLast()]++;
            }
        }

        for (int one = 0; one < field; one++) {
            for (int other = 0; other < one; other++) {
                assertThat(met[one][other] + met[other][one])
                        .as("%d and %d", one, other)
                        .isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void nobodySitsTwiceInARound(int field) {
        for (int round = 0; round < Berger.rounds(field); round++) {
            List<Integer> seats =
                    Berger.round(field, round).stream().flatMap(List::stream).toList();

            assertThat(seats).doesNotHaveDuplicates().hasSize(field / 2 * 2);
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void firstSeatsDifferByOneAtMost(int field) {
        int[] firsts = new int[field];
        List<List<Integer>> duels = new ArrayList<>();
        IntStream.range(0, Berger.rounds(field)).forEach(round -> duels.addAll(Berger.round(field, round)));
        duels.forEach(duel -> firsts[duel.getFirst()]++);

        assertThat(Arrays.stream(firsts).max().orElseThrow()
                        - Arrays.stream(firsts).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void oneAloneMeetsNobody() {
        assertThatThrownBy(() -> Berger.rounds(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a duel takes two, and the field is 1");
    }

    private static IntStream fields() {
        return IntStream.rangeClosed(2, 64);
    }
}
