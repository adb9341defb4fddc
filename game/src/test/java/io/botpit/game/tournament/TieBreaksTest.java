package io.botpit.game.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Format.RoundRobin;
import io.botpit.game.tournament.Format.SwissDuels;
import io.botpit.game.tournament.Format.Tables;
import io.botpit.game.tournament.Format.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a result is worth and how a table is ordered, with figures that can be checked by hand. */
class TieBreaksTest {
    /** Scores by pair, such as {@code 1:2 = 10:-10}. */
    private static Function<Bout, List<Showing>> results(String lines) {
        Map<List<Integer>, long[]> scores = new LinkedHashMap<>();
        lines.strip().lines().forEach(line -> {
            String[] sides = line.split("=", -1);
            String[] pair = sides[0].strip().split(":", -1);
            String[] each = sides[1].strip().split(":", -1);
            scores.put(
                    List.of(Integer.valueOf(pair[0]), Integer.valueOf(pair[1])),
                    new long[] {Long.parseLong(each[0]), Long.parseLong(each[1])});
        });
        return bout -> {
            int one = bout.seats().get(0).number();
            int other = bout.seats().get(1).number();
            long[] known = scores.get(List.of(Math.min(one, other), Math.max(one, other)));
            if (known == null) {
                throw new IllegalArgumentException("no result of " + one + " and " + other);
            }
            return one < other ? Stage.showings(known[0], known[1]) : Stage.showings(known[1], known[0]);
        };
    }

    private static List<String> figures(Stage stage, int player) {
        return stage.row(player).figures().stream()
                .map(figure -> figure.toDecimal(3))
                .toList();
    }

    private static List<Integer> places(Stage stage, int players) {
        return IntStream.rangeClosed(1, players)
                .map(player -> stage.row(player).place())
                .boxed()
                .toList();
    }

    @Test
    void amongEqualPointsTheirOwnMeetingsCount() {
        Stage stage = new Stage(Stage.plan(new RoundRobin(1)), 1).start(4).play(results("""
                1:2 = 1:0
                1:3 = 0:1
                1:4 = 1:0
                2:3 = 1:0
                2:4 = 1:0
                3:4 = 0:1
                """));

        assertThat(places(stage, 4)).containsExactly(1, 2, 4, 3);
        assertThat(figures(stage, 1).subList(0, 3)).containsExactly("2", "1", "2");
        assertThat(figures(stage, 2).subList(0, 3)).containsExactly("2", "0", "2");
    }

    @Test
    void inACircleTheMedianOfNormalisedScoresDecides() {
        Stage stage = new Stage(Stage.plan(new RoundRobin(1)), 1).start(3).play(results("""
                1:2 = 10:-10
                2:3 = 30:-10
                1:3 = -4:8
                """));

        // 1: 10/10 and -4/6; 2: -10/10 and 30/20; 3: -10/20 and 8/6.
        assertThat(figures(stage, 1)).containsExactly("1", "1", "1", "0.167", "0");
        assertThat(figures(stage, 2)).containsExactly("1", "1", "1", "0.25", "0");
        assertThat(figures(stage, 3)).containsExactly("1", "1", "1", "0.417", "0");
        assertThat(places(stage, 3)).containsExactly(3, 2, 1);
    }

    @Test
    void whomNothingTellsApartSharesAPlace() {
        Stage stage = new Stage(Stage.plan(new RoundRobin(1)), 1).start(3).play(results("""
                1:2 = 10:-10
                2:3 = 10:-10
                1:3 = -10:10
                """));

        assertThat(places(stage, 3)).containsExactly(1, 1, 1);
        assertThat(Stage.again(stage.facts()).view().standings())
                .extracting(row -> row.entrant().name())
                .containsExactlyElementsOf(stage.tournament().view().standings().stream()
                        .map(row -> row.entrant().name())
                        .toList());
    }

    @Test
    void atLastTheOneWhoFellLessIsAhead() {
        Stage stage = new Stage(Stage.plan(new RoundRobin(1)), 1)
                .start(2)
                .play(bout -> bout.seats().stream()
                        .map(seat -> new Showing(1, 5, seat.number() == 2 ? 7 : 9, false))
                        .toList());

        assertThat(places(stage, 2)).containsExactly(2, 1);
        assertThat(figures(stage, 2)).endsWith("7");
    }

    @Test
    void aBoutToWhichNobodyElseCameHasNoDeepestFall() {
        Stage stage = new Stage(Stage.plan(new RoundRobin(2)), 1)
                .start(2)
                .play(bout -> bout.seats().stream()
                        .map(seat -> bout.number() == 1
                                ? new Showing(1, 5, seat.number() == 1 ? 8 : 6, false)
                                : seat.number() == 1 ? Showing.IDLE : Showing.ABSENT)
                        .toList());

        assertThat(figures(stage, 1)).endsWith("8");
        assertThat(figures(stage, 2)).endsWith("6");
    }

    @Test
    void sonnebornBergerWeighsWinsByThePointsOfTheBeaten() {
        // Round 1: 1 beats 3, 2 and 4 tie. What follows is drawn, so all later ones tie.
        Stage stage = new Stage(Stage.plan(new SwissDuels(1)), 1).start(4).play(results("""
                1:3 = 1:0
                2:4 = 0:0
                """));

        assertThat(figures(stage, 1).subList(0, 3)).containsExactly("1", "0", "0");
        assertThat(figures(stage, 2).subList(0, 3)).containsExactly("0.5", "0.5", "0.25");
        assertThat(TieBreak.of(stage.tournament().plan())).contains(TieBreak.SONNEBORN_BERGER);
    }

    @Test
    void atATableOneHasTheShareThatOneBeatTiesByHalf() {
        Bout bout = new Bout(
                1,
                new Bout.Spot(Bout.Stage.MAIN, 1, 1, 1),
                List.of(Stage.player(1), Stage.player(2), Stage.player(3), Stage.player(4)),
                false,
                new Bout.State.Over(
                        List.of(),
                        List.of(
                                new Showing(1, 5, 0, false),
                                new Showing(2, 3, 0, false),
                                new Showing(2, 3, 0, false),
                                Showing.ABSENT)),
                0);
        Points share = new Points.Share();

        assertThat(bout.seats().stream().map(seat -> share.of(bout, seat, List.of())))
                .containsExactly(Fraction.ONE, Fraction.HALF, Fraction.HALF, Fraction.ZERO);
    }

    @Test
    void withEqualMarketsAScoreCountsAgainstTheSameSeatElsewhere() {
        Stage stage = new Stage(Stage.plan(new Tables(2, 1), true), 1).start(4);
        List<Bout> round = stage.tournament().nextBouts();
        stage.open(round.get(0));
        stage.open(round.get(1));
        stage.note(new Fact.BoutPlayed(1, Stage.showings(100, 60)));
        stage.note(new Fact.BoutPlayed(2, Stage.showings(80, 50)));

        // Medians of the seats: 90 and 55. Against them: 10, 5 at the first table, -10, -5 at the second.
        PlayerId first = round.get(0).seats().get(0);
        PlayerId second = round.get(0).seats().get(1);
        assertThat(stage.row(first.number()).points()).isEqualTo(Fraction.ONE);
        assertThat(stage.row(second.number()).points()).isEqualTo(Fraction.of(2, 3));
        assertThat(stage.row(round.get(1).seats().get(0).number()).points()).isEqualTo(Fraction.ZERO);
        assertThat(stage.row(round.get(1).seats().get(1).number()).points()).isEqualTo(Fraction.of(1, 3));
    }

    @Test
    void inAWindowAFirstPlaceHasTwoAndDoubleBehindTwoOthers() {
        Stage stage = new Stage(Stage.plan(new Window(2, 60_000, true)), 1).start(2);
        for (int i = 0; i < 4; i++) {
            if (stage.tournament().nextBouts().isEmpty()) {
                stage.sleep();
            }
            Bout bout = stage.tournament().nextBouts().getFirst();
            stage.open(bout);
            stage.note(new Fact.BoutPlayed(bout.number(), Stage.favourites(bout)));
        }

        assertThat(stage.row(1).points()).isEqualTo(Fraction.of(2 + 2 + 4 + 4, 1));
        assertThat(stage.row(2).points()).isEqualTo(Fraction.ZERO);
    }

    @Test
    void intervalsSayWhoCannotBeToldApart() {
        Stage stage = new Stage(Stage.plan(new RoundRobin(2)), 1).start(2).play(results("1:2 = 12:8"));

        TournamentStanding.Spread spread = stage.row(1).spread();
        assertThat(spread).isNotNull();
        assertThat(spread.mean()).isEqualTo(12);
        assertThat(spread.low()).isEqualTo(12);
        assertThat(stage.row(2).tier()).isEqualTo(2);
        // By hand: 10 and 14 have mean 12, standard error 2, and t with one degree of freedom is 12.706.
        TournamentStanding.Spread wide = Student.spread(new double[] {10, 14});
        assertThat(wide.low()).isEqualTo(12 - 2 * 12.706);
    }
}
