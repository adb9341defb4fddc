package io.botpit.game.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.GameId;
import io.botpit.game.InvariantBroken;
import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Format.Groups;
import io.botpit.game.tournament.Format.Knockout;
import io.botpit.game.tournament.Format.KnockoutTables;
import io.botpit.game.tournament.Format.RoundRobin;
import io.botpit.game.tournament.Format.SwissDuels;
import io.botpit.game.tournament.Format.SwissTables;
import io.botpit.game.tournament.Format.Tables;
import io.botpit.game.tournament.Format.Window;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What befalls a tournament: bots that stay away or leave, games without a result, a process that dies. */
class TournamentTest {
    private static Stream<Format> formats() {
        return Stream.of(
                new RoundRobin(2),
                new Tables(4, 5),
                new SwissDuels(0),
                new SwissTables(3, 4),
                new Knockout(List.of(5, 3), true),
                new KnockoutTables(4, List.of(3)),
                new Groups(4, 0, new Knockout(List.of(1), true)),
                new Window(3, 30_000, true));
    }

    /** Now and then nobody comes, nobody has a result, or somebody leaves for good. */
    private static Stage eventful(Format format, long luck) {
        Stage stage = new Stage(Stage.plan(format), luck).start(11);
        while (!stage.tournament().phase().isOver()) {
            List<Bout> next = stage.tournament().nextBouts();
            if (next.isEmpty()) {
                stage.sleep();
            }
            for (Bout bout : next) {
                stage.open(bout);
                if (stage.dice().below(20) == 0) {
                    stage.note(new Fact.BoutVoided(bout.number(), "by the referee"));
                } else {
                    stage.note(new Fact.BoutPlayed(bout.number(), withAbsence(stage, bout)));
                }
            }
            if (stage.dice().below(9) == 0) {
                leave(stage, Stage.player(1 + stage.dice().below(11)));
            }
        }
        return stage;
    }

    private static void leave(Stage stage, PlayerId player) {
        Fact fact = new Fact.Withdrawn(player, "by its owner");
        if (stage.tournament().obstacle(fact).isEmpty()) {
            stage.note(fact);
        }
    }

    private static List<Showing> withAbsence(Stage stage, Bout bout) {
        List<Showing> showings = stage.byStrength(bout);
        return stage.dice().below(8) > 0
                ? showings
                : showings.stream()
                        .map(showing -> showing.place() > 1 ? Showing.ABSENT : new Showing(1, 0, 0, false))
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whateverHappensItComesToAnEnd(Format format) {
        for (int luck = 0; luck < 4; luck++) {
            Stage stage = eventful(format, luck);

            assertThat(stage.tournament().phase()).isEqualTo(TournamentPhase.FINISHED);
            assertThat(stage.tournament().bouts()).allMatch(Bout::isOver);
            assertThat(stage.table()).hasSize(11).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSameFactsLeadToTheSameTournamentFromAnyPointOn(Format format) {
        Stage stage = eventful(format, 5);

        Tournament again = Stage.again(stage.facts());
        assertThat(again.bouts()).isEqualTo(stage.tournament().bouts());
        assertThat(again.view()).isEqualTo(stage.tournament().view());
        // A process that died after any fact goes on with what was to be played then.
        for (int dead = 1; dead < stage.facts().size(); dead++) {
            Fact next = stage.facts().get(dead).fact();
            Tournament half = Stage.again(stage.facts().subList(0, dead));
            if (next instanceof Fact.BoutOpened(var number, var _)) {
                assertThat(half.nextBouts()).extracting(Bout::number).contains(number);
            }
        }
    }

    @Test
    void theSeedChangesTheDrawAndNothingElseDoes() {
        Plan plan = Stage.plan(new RoundRobin(1));
        Plan other = new Plan(
                "another", plan.format(), plan.entering(), plan.bouts(), plan.cuts(), false, 0, null, plan.seed());
        Plan reseeded = new Plan(
                "cup", plan.format(), plan.entering(), plan.bouts(), plan.cuts(), false, 0, null, plan.seed() + 1);

        List<List<PlayerId>> seats = seats(new Stage(plan, 1).start(9));

        assertThat(seats(new Stage(other, 2).start(9))).isEqualTo(seats);
        assertThat(seats(new Stage(reseeded, 1).start(9))).isNotEqualTo(seats);
    }

    private static List<List<PlayerId>> seats(Stage stage) {
        return stage.tournament().nextBouts().stream().map(Bout::seats).toList();
    }

    @Test
    void whoIsMissedTwiceRunningIsLeftOutUntilHeIsBack() {
        Stage stage = new Stage(Stage.plan(new SwissDuels(6)), 1).start(4);
        miss(stage, 4);
        miss(stage, 4);

        assertThat(stage.row(4).state()).isEqualTo(EntrantState.ABSENT);
        assertThat(stage.tournament().nextBouts()).noneMatch(bout -> bout.seats(Stage.player(4)));

        stage.note(new Fact.CheckedIn(Stage.player(4)));
        miss(stage, NOBODY);
        assertThat(stage.tournament().nextBouts()).anyMatch(bout -> bout.seats(Stage.player(4)));
    }

    private static final int NOBODY = 99;

    /** Plays a round that one stays away from. */
    private static void miss(Stage stage, int number) {
        for (Bout bout : stage.tournament().nextBouts()) {
            stage.open(bout);
            List<Showing> showings = bout.seats(Stage.player(number))
                    ? bout.seats().stream()
                            .map(seat -> seat.number() == number ? Showing.ABSENT : new Showing(1, 0, 0, false))
                            .toList()
                    : Stage.favourites(bout);
            stage.note(new Fact.BoutPlayed(bout.number(), showings));
        }
    }

    @Test
    void twoBoutsThatWereMissedLoseTheSeries() {
        Stage stage = new Stage(Stage.plan(new Knockout(List.of(5), false)), 1).start(2);
        miss(stage, 1);
        assertThat(stage.tournament().phase()).isEqualTo(TournamentPhase.RUNNING);
        miss(stage, 1);

        assertThat(stage.tournament().phase()).isEqualTo(TournamentPhase.FINISHED);
        assertThat(stage.table()).containsExactly(2, 1);
    }

    @Test
    void aSeriesThatStaysEvenHasTwoExtraBoutsOfHalfTheTimeAndThenTheBetterSeedGoesOn() {
        Stage stage = new Stage(Stage.plan(new Knockout(List.of(3), false)), 1)
                .start(2)
                .play(bout -> Stage.showings(0, 0));

        assertThat(stage.tournament().bouts()).extracting(Bout::half).containsExactly(false, false, false, true, true);
        assertThat(stage.table()).containsExactly(1, 2);
        assertThat(stage.tournament().bouts())
                .extracting(bout -> bout.seats().getFirst().number())
                .containsExactly(1, 2, 1, 2, 1);
    }

    @Test
    void aSeriesEndsWhenNobodyCanCatchUp() {
        Stage stage = new Stage(Stage.plan(new Knockout(List.of(7), false)), 1)
                .start(2)
                .play(Stage::favourites);

        assertThat(stage.tournament().bouts()).hasSize(4);
    }

    @Test
    void aBoutWithoutAResultIsPlayedAgainSomeTimesAndThenItIsATie() {
        Stage stage = new Stage(Stage.plan(new RoundRobin(1)), 1).start(2);
        for (int i = 0; i < Bout.VOIDS_MAX; i++) {
            assertThat(stage.tournament().nextBouts()).hasSize(1);
            stage.open(stage.tournament().nextBouts().getFirst());
            stage.note(new Fact.BoutVoided(1, "power cut"));
        }

        assertThat(stage.tournament().phase()).isEqualTo(TournamentPhase.FINISHED);
        assertThat(stage.row(1).points()).isEqualTo(Fraction.HALF);
        assertThat(stage.row(2).points()).isEqualTo(Fraction.HALF);
        assertThat(stage.row(1).played()).isZero();
    }

    @Test
    void whoWithdrawsKeepsHisResultsAndTheOthersWinAgainstHim() {
        Stage stage = new Stage(Stage.plan(new RoundRobin(1)), 1).start(4);
        miss(stage, NOBODY);
        stage.note(new Fact.Withdrawn(Stage.player(1), "broken"));
        stage.play(Stage::favourites);

        assertThat(stage.row(1).points()).isEqualTo(Fraction.ONE);
        assertThat(stage.row(1).state()).isEqualTo(EntrantState.WITHDRAWN);
        // One of the other two bouts of the first was drawn when he left.
        assertThat(stage.tournament().bouts())
                .filteredOn(bout -> bout.seats(Stage.player(1)))
                .hasSize(3);
    }

    @Test
    void aWindowWaitsTenSecondsForAFullTable() {
        Stage stage = new Stage(Stage.plan(new Window(4, 60_000, false)), 1).start(3);
        assertThat(stage.tournament().nextBouts()).isEmpty();

        stage.sleep();
        assertThat(stage.tournament().nextBouts())
                .singleElement()
                .extracting(Bout::seats)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(3);
    }

    @Test
    void versionsAreFrozenForThoseWhoPlayOnAndNobodyComesLater() {
        Plan open = Stage.plan(new SwissDuels(5));
        Plan.Entering frozen = new Plan.Entering(List.of(), 64, false, Plan.Door.FROZEN, Plan.Conditions.NONE);
        Plan plan = new Plan("final", open.format(), frozen, open.bouts(), List.of(), false, 0, null, 7);
        Stage stage = new Stage(plan, 1);
        IntStream.rangeClosed(1, 4).forEach(number -> stage.note(new Fact.Entered(Stage.entrant(number))));
        Tournament tournament = stage.tournament();
        assertThat(tournament.freezes(Stage.player(1))).isFalse();
        List<PlayerId> there = List.of(Stage.player(2), Stage.player(1), Stage.player(4));
        assertThat(tournament.obstacle(new Fact.Started(there, Map.of(Stage.player(3), "1"))))
                .isPresent();

        stage.note(new Fact.Started(there, Map.of(Stage.player(1), "1.0")));
        stage.note(new Fact.Withdrawn(Stage.player(4), "broken"));
        stage.note(new Fact.CheckedIn(Stage.player(3)));

        assertThat(IntStream.rangeClosed(1, 5).filter(number -> tournament.freezes(Stage.player(number))))
                .containsExactly(1, 2);
        assertThat(tournament.field())
                .extracting(TournamentView.Member::version)
                .containsExactly(null, "1.0", null, null);
        assertThat(tournament.obstacle(new Fact.Entered(Stage.entrant(5)))).contains("nobody can come in any more");
        assertThat(stage.row(2).state()).isEqualTo(EntrantState.IN);
        assertThat(stage.table()).doesNotContain(3);
        assertThat(Stage.again(stage.facts()).view()).isEqualTo(tournament.view());
        assertThat(new Stage(open, 1).start(2).tournament().freezes(Stage.player(1)))
                .isFalse();
    }

    @Test
    void factsThatContradictTheOthersAreRefused() {
        Stage stage = new Stage(Stage.plan(new RoundRobin(1)), 1).start(2);
        Tournament tournament = stage.tournament();

        assertThat(tournament.obstacle(new Fact.BoutPlayed(1, List.of()))).contains("bout 1 is not being played");
        assertThat(tournament.obstacle(new Fact.BoutOpened(2, new GameId("g9"))))
                .contains("bout 2 does not wait to be opened");
        assertThat(tournament.obstacle(new Fact.Entered(Stage.entrant(3)))).contains("nobody can come in any more");
        assertThat(tournament.obstacle(new Fact.Withdrawn(Stage.player(3), "")))
                .contains("player 3 does not take part");
        assertThatThrownBy(() -> stage.note(new Fact.Started(List.of(), Map.of())))
                .isInstanceOf(InvariantBroken.class)
                .hasMessage("tournament t1: it was started already");
    }
}
