package io.botpit.game.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.random.Dice;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class BalancedTablesTest {
    @ParameterizedTest(name = "{0} bots at tables of {1} meet {3} times in {2} rounds")
    @CsvSource({
        "4, 2, 3, 1-1",
        "9, 3, 4, 1-1",
        "16, 4, 5, 1-1",
        "25, 5, 6, 1-1",
        "49, 7, 8, 1-1",
        "64, 8, 9, 1-1",
        "8, 4, 7, 3-3",
        "16, 8, 15, 7-7",
        "32, 16, 31, 15-15",
        "9, 3, 8, 2-2",
        "9, 3, 10, 2-3",
        "16, 4, 3, 0-1",
        "12, 4, 11, 2-4",
        "16, 4, 15, 3-3",
        "24, 8, 12, 2-5",
    })
    void meetingsAreBalanced(int field, int size, int rounds, String range) {
        assertThat(meetings(BalancedTables.rounds(field, size, rounds, new Dice(1)), field))
                .isEqualTo(range);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everybodySitsOnceInEachRound(int field) {
        int size = 3 + field % 6;
        List<List<List<Integer>>> rounds = BalancedTables.rounds(field, size, 3, new Dice(field));

        assertThat(rounds).hasSize(3).allSatisfy(round -> {
            assertThat(round.stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, field).boxed().toList());
            assertThat(round).hasSize((field + size - 1) / size);
            assertThat(round.stream().mapToInt(List::size).max().orElseThrow()
                            - round.stream().mapToInt(List::size).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        });
    }

    @Test
    void theSameDiceDrawTheSameTables() {
        assertThat(BalancedTables.rounds(21, 4, 5, new Dice(8)))
                .isEqualTo(BalancedTables.rounds(21, 4, 5, new Dice(8)))
                .isNotEqualTo(BalancedTables.rounds(21, 4, 5, new Dice(9)));
    }

    private static String meetings(List<List<List<Integer>>> rounds, int field) {
        int[][] met = new int[field][field];
        rounds.stream()
                .flatMap(List::stream)
                .forEach(table -> table.forEach(one -> table.forEach(other -> met[one][other]++)));
        IntSummaryStatistics range = IntStream.range(0, field)
                .flatMap(one -> Arrays.stream(met[one], 0, one))
                .summaryStatistics();
        return range.getMin() + "-" + range.getMax();
    }

    private static IntStream fields() {
        return IntStream.rangeClosed(2, 64);
    }
}
