package io.botpit.game.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Format.KnockoutTables;
import io.botpit.game.tournament.TournamentView.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A knock-out at tables: what must hold for every field, and what befalls a single table. */
class TableBracketTest {
    private static IntStream fields() {
        return IntStream.rangeClosed(2, Plan.ENTRANTS_MAX);
    }

    private static Stage begun(int n, int... bouts) {
        List<Integer> lengths = IntStream.of(bouts).boxed().toList();
        return new Stage(Stage.plan(new KnockoutTables(4, lengths)), n).start(n);
    }

    private static List<Integer> numbers(List<PlayerId> players) {
        return players.stream().map(PlayerId::number).toList();
    }

    private static List<Integer> numbers(Group table) {
        return table.standings().stream()
                .map(row -> row.entrant().player().number())
                .toList();
    }

    private static List<Group> tables(TournamentView view, int round) {
        return view.groups().stream().filter(table -> table.round() == round).toList();
    }

    private static List<Integer> wentOn(TournamentView view, int round) {
        return tables(view, round).stream()
                .flatMap(table -> numbers(table).subList(0, table.goOn()).stream())
                .toList();
    }

    private static List<Integer> wentOn(Stage stage, int round) {
        return wentOn(stage.tournament().view(), round);
    }

    private static List<Integer> seated(TournamentView view, int round) {
        return tables(view, round).stream()
                .flatMap(table -> numbers(table).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void theBetterHalfOfEachTableGoesOnUntilOneTableIsLeft(int n) {
        for (int size : new int[] {Format.KNOCKOUT_TABLE_MIN, Format.KNOCKOUT_TABLE_MAX}) {
            Plan plan = Stage.plan(new KnockoutTables(size, List.of(2, 3)));
            Stage stage = new Stage(plan, n).start(n).play();
            TournamentView view = stage.tournament().view();

            assertThat(view.rounds()).isEqualTo(view.round());
            assertThat(seated(view, 1))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, n).boxed().toList());
            for (int round = 1; round < view.round(); round++) {
                assertThat(seated(view, round + 1)).containsExactlyInAnyOrderElementsOf(wentOn(view, round));
                assertHalfGoesOn(tables(view, round));
            }
            assertThat(tables(view, view.round())).singleElement().satisfies(last -> {
                assertThat(last.goOn()).isZero();
                assertThat(last.standings()).hasSizeBetween(Math.min(4, n), 8);
                assertThat(stage.table()).startsWith(numbers(last).toArray(Integer[]::new));
            });
            assertEachTablePlaysItsBouts(stage, view);
            assertThat(stage.table()).hasSize(n).doesNotHaveDuplicates();
            assertThat(Stage.again(stage.facts()).view()).isEqualTo(view);
        }
    }

    private static void assertHalfGoesOn(List<Group> tables) {
        List<Integer> sizes =
                tables.stream().map(table -> table.standings().size()).toList();
        assertThat(sizes)
                .hasSizeGreaterThan(1)
                .allSatisfy(size -> assertThat(size).isBetween(4, 8));
        assertThat(Collections.max(sizes) - Collections.min(sizes)).isLessThan(2);
        assertThat(tables)
                .allSatisfy(table ->
                        assertThat(2 * table.goOn() - table.standings().size()).isBetween(0, 1));
    }

    /** Two in the final and three before, all of a table with each other. */
    private static void assertEachTablePlaysItsBouts(Stage stage, TournamentView view) {
        int played = 0;
        for (Group table : view.groups()) {
            List<Bout> bouts = bouts(stage, table.round(), table.name());
            assertThat(bouts)
                    .hasSize(table.goOn() == 0 ? 2 : 3)
                    .allSatisfy(bout ->
                            assertThat(numbers(bout.seats())).containsExactlyInAnyOrderElementsOf(numbers(table)));
            played += bouts.size();
        }
        assertThat(stage.tournament().bouts()).hasSize(played);
    }

    private static List<Bout> bouts(Stage stage, int round, String table) {
        return stage.tournament().bouts().stream()
                .filter(bout -> bout.spot().round() == round && bout.spot().table() == Integer.parseInt(table))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 16, 23, 64})
    void favouritesMeetInTheFinalAndTheSeedingIsItsTable(int n) {
        Stage stage = begun(n, 3).play(Stage::favourites);

        int finalists = stage.tournament().view().groups().getLast().standings().size();
        assertThat(stage.table().subList(0, finalists))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, finalists).boxed().toList());
        assertThat(stage.tournament().view().standings().subList(0, finalists))
                .extracting(TournamentStanding::place)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"4, 8, 2", "4, 9, 2", "4, 13, 3", "4, 64, 16", "8, 8, 1", "8, 9, 2", "8, 64, 8", "6, 20, 3", "4, 3, 1"})
    void aFieldIsDividedIntoTables(int size, int field, int tables) {
        assertThat(new KnockoutTables(size, List.of(3)).tables(field)).isEqualTo(tables);
    }

    @Test
    void theBestAreApartAndSoAreBotsOfOneOwner() {
        Stage stage = new Stage(Stage.plan(new KnockoutTables(4, List.of(1))), 1);
        List<PlayerId> seeding =
                IntStream.rangeClosed(1, 8).mapToObj(Stage::player).toList();
        for (PlayerId player : seeding) {
            String owner = player.number() == 1 || player.number() == 5 ? "eve" : "owner-" + player.number();
            stage.note(new Fact.Entered(new Entrant(player, "bot-" + player.number(), owner, false)));
        }
        stage.note(new Fact.Started(seeding, Map.of()));

        assertThat(begun(8, 1).tournament().nextBouts())
                .extracting(bout -> numbers(bout.seats()))
                .containsExactly(List.of(1, 4, 5, 8), List.of(2, 3, 6, 7));
        assertThat(stage.tournament().nextBouts())
                .extracting(bout -> numbers(bout.seats()))
                .containsExactly(List.of(1, 4, 6, 8), List.of(2, 3, 5, 7));
    }

    /** Lets the table with the first seed play; there are points for the first, the second and so on. */
    private static void play(Stage stage, long... scores) {
        Bout bout = stage.tournament().nextBouts().getFirst();
        stage.open(bout);
        stage.note(new Fact.BoutPlayed(
                bout.number(),
                Stage.showings(bout.seats().stream()
                        .mapToLong(seat -> scores[seat.number() - 1])
                        .toArray())));
    }

    @Test
    void theSumOfGamePointsDecidesAndMoneyDoesNot() {
        Stage stage = begun(4, 3);
        play(stage, 9_000, 1, 2, 3);
        play(stage, 1, 2, 4, 3);
        play(stage, 1, 2, 4, 3);

        assertThat(stage.table()).containsExactly(3, 4, 1, 2);
        assertThat(stage.row(3).points()).isEqualTo(Fraction.of(7, 3));
    }

    @Test
    void seatsChangeHandsFromBoutToBout() {
        Stage stage = begun(4, 3).play();

        assertThat(stage.tournament().bouts())
                .extracting(bout -> numbers(bout.seats()))
                .containsExactly(List.of(1, 2, 3, 4), List.of(2, 3, 4, 1), List.of(3, 4, 1, 2));
    }

    @Test
    void whoIsEqualInAllGoesOnByLotAndSharesHisPlaceInTheFinal() {
        Set<List<Integer>> lucky = new LinkedHashSet<>();
        for (int seed = 0; seed < 8; seed++) {
            Plan plan = Stage.plan(new KnockoutTables(4, List.of(1)));
            Plan lots =
                    new Plan("cup", plan.format(), plan.entering(), plan.bouts(), plan.cuts(), false, 0, null, seed);
            Stage stage = new Stage(lots, 1).start(8).play(bout -> Stage.showings(0, 0, 0, 0));

            lucky.add(wentOn(stage, 1));
            assertThat(stage.tournament().view().standings())
                    .extracting(TournamentStanding::place)
                    .containsExactly(1, 1, 1, 1, 5, 5, 5, 5);
            assertThat(new Stage(lots, 2)
                            .start(8)
                            .play(bout -> Stage.showings(0, 0, 0, 0))
                            .table())
                    .isEqualTo(stage.table());
        }
        assertThat(lucky).hasSizeGreaterThan(1);
    }

    @Test
    void amongThoseWithEqualPointsTheOneWithMoreFirstPlacesGoesOn() {
        Stage stage = begun(8, 2);
        // Of the first table 1 and 8 have a first and a last place, 4 and 5 are in between twice.
        miss(stage, Set.of(), List.of(1, 4, 5, 8), List.of(8, 5, 4, 1));

        assertThat(wentOn(stage, 1).subList(0, 2)).containsExactlyInAnyOrder(1, 8);
    }

    /**
     * Lets both tables of eight play their bouts.
     *
     * @param absent who comes to none of them
     * @param orders of the first table in each; in the second one the favourites win
     */
    @SafeVarargs
    private static void miss(Stage stage, Set<Integer> absent, List<Integer>... orders) {
        for (List<Integer> order : orders) {
            for (Bout bout : stage.tournament().nextBouts()) {
                stage.open(bout);
                long[] scores = bout.seats().stream()
                        .mapToLong(
                                seat -> order.contains(seat.number()) ? -order.indexOf(seat.number()) : -seat.number())
                        .toArray();
                List<Showing> showings = new ArrayList<>(Stage.showings(scores));
                for (PlayerId seat : bout.seats()) {
                    if (absent.contains(seat.number())) {
                        showings.set(bout.seats().indexOf(seat), Showing.ABSENT);
                    }
                }
                stage.note(new Fact.BoutPlayed(bout.number(), showings));
            }
        }
    }

    @Test
    void whoMissesTwoBoutsIsOutAndTheOthersPlayOnWithoutHim() {
        Stage stage = begun(8, 3);
        miss(stage, Set.of(8), List.of(1, 4, 5, 8));
        assertThat(stage.row(8).state()).isEqualTo(EntrantState.IN);
        miss(stage, Set.of(8), List.of(1, 4, 5, 8));

        assertThat(stage.row(8).state()).isEqualTo(EntrantState.OUT);
        assertThat(numbers(stage.tournament().nextBouts().getFirst().seats())).containsExactly(5, 1, 4);
        stage.play(Stage::favourites);
        assertThat(stage.table()).endsWith(8);
    }

    @Test
    void notAllBoutsOfATableArePlayedWhereOneIsLeft() {
        Stage stage = begun(8, 3);
        miss(stage, Set.of(4, 5, 8), List.of(1, 4, 5, 8), List.of(1, 4, 5, 8));

        assertThat(bouts(stage, 1, "1")).hasSize(2);
        stage.play(Stage::favourites);
        assertThat(wentOn(stage, 1)).containsExactly(1, 2, 3);
        assertThat(stage.table()).startsWith(1, 2, 3, 6, 7);
    }

    @Test
    void whoWithdrawsDoesNotGoOnWhateverHisPoints() {
        Stage stage = begun(8, 2);
        miss(stage, Set.of(), List.of(1, 4, 5, 8));
        stage.note(new Fact.Withdrawn(Stage.player(1), "broken"));
        stage.play(Stage::favourites);

        // The bout that he was drawn for goes on without him; half of four go on all the same.
        assertThat(wentOn(stage, 1)).containsExactlyInAnyOrder(2, 3, 4, 5);
        assertThat(stage.table()).endsWith(1);
        assertThat(stage.row(1).state()).isEqualTo(EntrantState.WITHDRAWN);
    }

    @Test
    void whoIsOutAlreadyLosesNothingByWithdrawing() {
        Stage stage = begun(8, 1);
        miss(stage, Set.of(), List.of(1, 4, 5, 8));
        List<Integer> before = stage.table();
        stage.note(new Fact.Withdrawn(Stage.player(5), "had enough"));

        assertThat(stage.table()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8})
    void aFieldThatRunsAwayComesToAnEnd(int stay) {
        Stage stage = begun(8, 3);
        for (int number = stay + 1; number <= 8; number++) {
            stage.note(new Fact.Withdrawn(Stage.player(number), "fled"));
        }
        stage.play(Stage::favourites);

        assertThat(stage.table().getFirst()).isEqualTo(1);
        assertThat(stage.table()).hasSize(8);
    }

    @Test
    void whereNobodyEverComesNobodyIsLeft() {
        Stage stage = begun(9, 3)
                .play(bout -> bout.seats().stream().map(_ -> Showing.ABSENT).toList());

        assertThat(stage.tournament().view().field())
                .extracting(TournamentView.Member::state)
                .containsOnly(EntrantState.OUT);
        assertThat(stage.tournament().view().standings())
                .extracting(TournamentStanding::place)
                .containsOnly(1);
    }

    @Test
    void aBoutWithoutAResultIsPlayedAgainBeforeTheNextOne() {
        Stage stage = begun(4, 2);
        Bout first = stage.tournament().nextBouts().getFirst();
        stage.open(first);
        stage.note(new Fact.BoutVoided(first.number(), "power cut"));

        assertThat(stage.tournament().nextBouts())
                .singleElement()
                .extracting(Bout::number)
                .isEqualTo(first.number());
    }

    @Test
    void whatCannotBeIsNamed() {
        assertThatThrownBy(() -> new KnockoutTables(3, List.of(3))).hasMessage("size must be 4 to 8: 3");
        assertThatThrownBy(() -> new KnockoutTables(4, List.of(3, 16))).hasMessage("tableBouts must be 1 to 15: 16");
        assertThatThrownBy(() -> new KnockoutTables(4, List.of()))
                .hasMessage("the count of tableBouts must be 1 to 6: 0");
    }
}
