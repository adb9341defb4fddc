package io.botpit.game.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Format.Groups;
import io.botpit.game.tournament.Format.Knockout;
import io.botpit.game.tournament.Format.RoundRobin;
import io.botpit.game.tournament.Format.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold in every tournament of a format, whoever wins, for 2 to 64 entrants. */
class FormatsTest {
    private static IntStream fields() {
        return Stage.fields();
    }

    private static Stage played(Format format, int n) {
        return new Stage(Stage.plan(format), n).start(n).play();
    }

    private static Map<List<Integer>, Integer> meetings(Stage stage) {
        Map<List<Integer>, Integer> met = new LinkedHashMap<>();
        for (Bout bout : stage.tournament().bouts()) {
            List<Integer> seats =
                    bout.seats().stream().map(PlayerId::number).sorted().toList();
            for (int i = 0; i < seats.size(); i++) {
                for (int j = i + 1; j < seats.size(); j++) {
                    met.merge(List.of(seats.get(i), seats.get(j)), 1, Integer::sum);
                }
            }
        }
        return met;
    }

    private static void assertNobodyIsAtTwoTables(Stage stage) {
        Map<Integer, List<PlayerId>> seated = new LinkedHashMap<>();
        stage.tournament().bouts().stream()
                .filter(bout -> bout.spot().game() == 1)
                .forEach(bout -> seated.computeIfAbsent(bout.spot().round(), _ -> new ArrayList<>())
                        .addAll(bout.seats()));
        seated.forEach(
                (round, players) -> assertThat(players).as("round %s", round).doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void inARoundRobinEachMeetsEachOnce(int n) {
        Stage stage = played(new RoundRobin(1), n);

        assertThat(meetings(stage))
                .hasSize(n * (n - 1) / 2)
                .allSatisfy((pair, times) -> assertThat(times).as("%s", pair).isEqualTo(1));
        assertNobodyIsAtTwoTables(stage);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 13})
    void inASecondLegTheSeatsAreSwapped(int n) {
        Stage stage = played(new RoundRobin(2), n);

        assertThat(meetings(stage).values()).containsOnly(2);
        assertThat(stage.tournament().bouts()).extracting(Bout::seats).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void inAKnockoutOnlyTheTopSeedsHaveByesAndOneIsNeverBeaten(int n) {
        Stage stage = played(new Knockout(List.of(3, 1), false), n);

        List<List<Series>> bracket = stage.tournament().view().bracket();
        int byes = 2 * Integer.highestOneBit(n - 1) - n;
        assertThat(bracket.getFirst().stream()
                        .filter(series -> series.second().bye())
                        .map(series -> number(series.first()))
                        .sorted())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, byes).boxed().toList());
        assertThat(bracket.stream().flatMap(List::stream)).allMatch(Series::isDecided);
        assertThat(bracket.stream()
                        .flatMap(List::stream)
                        .filter(series -> !series.second().bye()))
                .hasSize(n - 1);
        assertThat(stage.tournament().view().standings().getFirst().place()).isEqualTo(1);
        assertThat(stage.tournament().view().standings().getFirst().state()).isEqualTo(EntrantState.IN);
        assertThat(stage.tournament().view().field())
                .filteredOn(member -> member.state() == EntrantState.IN)
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void inAKnockoutOfFavouritesTheSeedingIsTheTable(int n) {
        Stage stage = new Stage(Stage.plan(new Knockout(List.of(3), true)), n)
                .start(n)
                .play(Stage::favourites);

        for (TournamentStanding row : stage.tournament().view().standings()) {
            int seed = row.entrant().player().number();
            int expected = seed <= 4 ? seed : Integer.highestOneBit(seed - 1) + 1;
            assertThat(row.place()).as("seed %s", seed).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void whoComesOutOfOneGroupMeetsAgainInTheFinalAtTheEarliest(int n) {
        if (n < 6) {
            return;
        }
        Stage stage = played(new Groups(4, 0, new Knockout(List.of(1), false)), n);

        TournamentView view = stage.tournament().view();
        Map<Integer, Integer> groupOf = new LinkedHashMap<>();
        for (int group = 0; group < view.groups().size(); group++) {
            for (TournamentStanding row : view.groups().get(group).standings()) {
                groupOf.put(row.entrant().player().number(), group);
            }
        }
        for (List<Series> round : view.bracket().subList(0, view.bracket().size() - 1)) {
            for (Series series : round) {
                if (!series.second().bye()) {
                    assertThat(groupOf.get(number(series.first()))).isNotEqualTo(groupOf.get(number(series.second())));
                }
            }
        }
        long promoted = view.bracket().getFirst().stream()
                .flatMap(series -> Stream.of(series.first(), series.second()))
                .filter(side -> !side.bye())
                .count();
        assertThat(promoted).isEqualTo(2L * view.groups().size());
        assertThat(groupOf).hasSize(n);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8, 12, 24})
    void theBestTwoOfEachGroupGoOn(int n) {
        Stage stage = new Stage(Stage.plan(new Groups(4, 3, new Knockout(List.of(1), false))), n)
                .start(n)
                .play(Stage::favourites);

        TournamentView view = stage.tournament().view();
        List<Integer> best = view.groups().stream()
                .flatMap(group -> group.standings().subList(0, group.goOn()).stream())
                .map(row -> row.entrant().player().number())
                .toList();
        assertThat(view.bracket().getFirst().stream()
                        .flatMap(series -> Stream.of(series.first(), series.second()))
                        .filter(side -> !side.bye())
                        .map(FormatsTest::number))
                .containsExactlyInAnyOrderElementsOf(best);
        assertThat(stage.table().subList(0, best.size())).containsExactlyInAnyOrderElementsOf(best);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void inAWindowNobodyMeetsTheSameTwiceRunningWhereOthersAreFree(int n) {
        Stage stage = played(new Window(2, 20_000 + 500L * n, false), n);

        assertThat(stage.tournament().bouts()).isNotEmpty();
        assertThat(stage.tournament().view().standings()).hasSize(n);
        if (n > 4) {
            assertThat(repeats(stage)).isLessThan(stage.tournament().bouts().size() / 4 + 1);
        }
    }

    /** How many bouts were with the opponent of the bout before. */
    private static int repeats(Stage stage) {
        Map<PlayerId, List<PlayerId>> last = new LinkedHashMap<>();
        int repeats = 0;
        for (Bout bout : stage.tournament().bouts()) {
            if (bout.seats().equals(last.get(bout.seats().getFirst()))) {
                repeats++;
            }
            bout.seats().forEach(seat -> last.put(seat, bout.seats()));
        }
        return repeats;
    }

    private static int number(Series.Side side) {
        PlayerId player = side.player();
        return player == null ? 0 : player.number();
    }
}
