package io.botpit.game.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Format.SwissDuels;
import io.botpit.game.tournament.Format.SwissTables;
import io.botpit.game.tournament.Plan.Cut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwissTest {
    private static IntStream fields() {
        return Stage.fields();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void nobodyMeetsTwiceAndNobodySitsOutTwice(int n) {
        Stage stage = new Stage(Stage.plan(new SwissDuels(0)), n).start(n).play();

        Map<List<PlayerId>, Integer> seen = new LinkedHashMap<>();
        for (Bout bout : stage.tournament().bouts()) {
            seen.merge(bout.seats().stream().sorted().toList(), 1, Integer::sum);
        }
        int rounds = 33 - Integer.numberOfLeadingZeros(n - 1);
        assertThat(stage.tournament().view().rounds()).isEqualTo(rounds);
        if (rounds <= n - 1 + n % 2) {
            assertThat(seen)
                    .allSatisfy(
                            (seats, times) -> assertThat(times).as("%s", seats).isEqualTo(1));
        }
        assertThat(stage.tournament().bouts()).hasSize(rounds * ((n + 1) / 2));
    }

    @Test
    void inTheFirstRoundTheUpperHalfMeetsTheLower() {
        Stage stage = new Stage(Stage.plan(new SwissDuels(3)), 1).start(8);

        assertThat(stage.tournament().nextBouts())
                .extracting(bout ->
                        bout.seats().stream().map(PlayerId::number).sorted().toList())
                .containsExactlyInAnyOrder(List.of(1, 5), List.of(2, 6), List.of(3, 7), List.of(4, 8));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 8, 12, 23, 64})
    void atTablesEverybodyPlaysEveryRound(int n) {
        Stage stage = new Stage(Stage.plan(new SwissTables(4, 5)), n).start(n).play();

        Map<Integer, List<PlayerId>> seated = new LinkedHashMap<>();
        for (Bout bout : stage.tournament().bouts()) {
            seated.computeIfAbsent(bout.spot().round(), _ -> new ArrayList<>()).addAll(bout.seats());
            assertThat(bout.seats()).hasSizeBetween(2, 4);
        }
        assertThat(seated)
                .hasSize(5)
                .allSatisfy((_, players) ->
                        assertThat(players).doesNotHaveDuplicates().hasSize(n));
    }

    @Test
    void whoComesLateHasHalfAPointForEachRoundMissedUntilHalfTheRoundsHaveBegun() {
        Stage stage = new Stage(Stage.plan(new SwissDuels(5)), 1).start(4);
        playRound(stage);

        stage.note(new Fact.Entered(Stage.entrant(5)));
        assertThat(stage.row(5).points()).isEqualTo(Fraction.ONE);
        playRound(stage);

        assertThat(stage.tournament().obstacle(new Fact.Entered(Stage.entrant(6))))
                .contains("nobody can come in any more");
        assertThat(stage.tournament().bouts())
                .filteredOn(bout -> bout.spot().round() == 3)
                .anyMatch(bout -> bout.seats(Stage.player(5)));
    }

    @Test
    void whoEnteredAndWasNotThereAtTheStartMayComeLate() {
        Stage stage = new Stage(Stage.plan(new SwissDuels(5)), 1);
        for (int number = 1; number <= 3; number++) {
            stage.note(new Fact.Entered(Stage.entrant(number)));
        }
        stage.note(new Fact.Started(List.of(Stage.player(1), Stage.player(2)), Map.of()));
        assertThat(stage.tournament().nextBouts()).hasSize(1);
        playRound(stage);

        stage.note(new Fact.CheckedIn(Stage.player(3)));
        assertThat(stage.row(3).points()).isEqualTo(Fraction.ONE);
        assertThat(stage.row(3).state()).isEqualTo(EntrantState.IN);
    }

    /** Ends the round that was drawn; the next one is drawn by that. */
    private static void playRound(Stage stage) {
        for (Bout bout : stage.tournament().nextBouts()) {
            stage.open(bout);
            stage.note(new Fact.BoutPlayed(bout.number(), Stage.favourites(bout)));
        }
    }

    @Test
    void aCutLeavesTheBestAndPutsThemFirst() {
        Stage stage = new Stage(Stage.plan(new SwissDuels(6), new Cut(3, 8), new Cut(5, 4)), 3)
                .start(16)
                .play();

        List<TournamentStanding> table = stage.tournament().view().standings();
        assertThat(table.subList(0, 4)).allMatch(row -> row.state() == EntrantState.IN);
        assertThat(table.subList(4, 16)).allMatch(row -> row.state() == EntrantState.CUT);
        assertThat(stage.tournament().bouts().stream()
                        .filter(bout -> bout.spot().round() > 5)
                        .flatMap(bout -> bout.seats().stream()))
                .hasSize(4);
        assertThat(stage.tournament().bouts().stream()
                        .filter(bout -> bout.spot().round() == 4)
                        .flatMap(bout -> bout.seats().stream()))
                .hasSize(8);
    }
}
