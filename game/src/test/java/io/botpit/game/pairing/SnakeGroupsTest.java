package io.botpit.game.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.random.Dice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SnakeGroupsTest {
    @Test
    void theFieldIsDealtThereAndBack() {
        assertThat(SnakeGroups.of(12, 4, strangers(12)))
                .containsExactly(List.of(0, 5, 6, 11), List.of(1, 4, 7, 10), List.of(2, 3, 8, 9));
    }

    @Test
    void theSecondBotOfAnOwnerGoesToTheNearestOtherGroup() {
        int[] owners = strangers(12);
        owners[5] = owners[0];

        assertThat(SnakeGroups.of(12, 4, owners))
                .containsExactly(List.of(0, 4, 6, 11), List.of(1, 5, 7, 10), List.of(2, 3, 8, 9));
    }

    @Test
    void earlierOnesMoveWhereALaterOneWouldFindNoPlace() {
        // In three groups the owners 0 and 1 have three bots each; dealt without swaps both third ones need the last
        // group.
        int[] owners = {0, 1, 2, 3, 1, 0, 0, 1, 4};

        assertThat(SnakeGroups.of(9, 3, owners))
                .allSatisfy(group -> assertThat(ownersOf(group, owners)).doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void groupsOfFourHaveThreeToFive(int field) {
        List<List<Integer>> groups = SnakeGroups.of(field, 4, strangers(field));

        assertThat(groups.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, field).boxed().toList());
        assertThat(groups)
                .allSatisfy(group ->
                        assertThat(group).hasSizeBetween(Math.min(3, field), 5).isSorted());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void botsOfOneOwnerAreApartWhereverTheyCanBe(int field) {
        for (int seed = 0; seed < 30; seed++) {
            Dice dice = new Dice(seed).split(field);
            int manyOwners = 1 + dice.below(field);
            int[] owners =
                    IntStream.range(0, field).map(_ -> dice.below(manyOwners)).toArray();
            List<List<Integer>> groups = SnakeGroups.of(field, 4, owners);

            for (int owner = 0; owner < manyOwners; owner++) {
                int who = owner;
                long bots = Arrays.stream(owners).filter(each -> each == who).count();
                assertThat(groups)
                        .allSatisfy(group -> assertThat(ownersOf(group, owners).stream()
                                        .filter(each -> each == who)
                                        .count())
                                .isLessThanOrEqualTo((bots + groups.size() - 1) / groups.size()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void eachGroupHasOneOfEachLot(int field) {
        Dice dice = new Dice(field);
        int[] owners = IntStream.range(0, field).map(_ -> dice.below(5)).toArray();
        List<List<Integer>> groups = SnakeGroups.of(field, 4, owners);

        assertThat(groups)
                .allSatisfy(group -> assertThat(group.stream().map(seat -> seat / groups.size()))
                        .doesNotHaveDuplicates());
    }

    private static List<Integer> ownersOf(List<Integer> group, int[] owners) {
        return group.stream().map(seat -> owners[seat]).toList();
    }

    private static int[] strangers(int field) {
        return IntStream.range(0, field).toArray();
    }

    private static IntStream fields() {
        return IntStream.rangeClosed(2, 64);
    }
}
