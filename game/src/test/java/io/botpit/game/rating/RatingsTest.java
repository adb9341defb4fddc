package io.botpit.game.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.rating.Listed.Course;
import io.botpit.game.rating.Listed.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The policy of the ratings, one rule per test. */
final class RatingsTest {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;
    private static final GameTime START = new GameTime(0).plusMillis(100 * DAY_MILLIS);
    private static final long EQUITY = 1_000_000;
    private static final Terms TERMS = new Terms(true, true, 1, HOUR_MILLIS);
    private static final Rewrites NONE = Rewrites.of(List.of());

    private final Ratings ratings = new Ratings();

    @Test
    void fourNewcomersAreSpreadByTheirPlaces() {
        ratings.take(table(START, 4_000, 3_000, 2_000, 1_000), NONE);

        assertValues(1_662.31, 1_554.10, 1_445.90, 1_337.69);
        assertDeviations(290.32, 290.32, 290.32, 290.32);
    }

    @Test
    void tiesCountHalfAndTheUncertainMoveMost() {
        Ratings kept = new Ratings(
                List.of(
                        held(1, new Rating(1_720, 60, 0.06)),
                        held(2, new Rating(1_500, 350, 0.06)),
                        held(3, new Rating(1_610, 90, 0.06)),
                        held(4, new Rating(1_450, 120, 0.06))),
                1);

        List<RatingChange> changes = kept.take(table(START, 5_000, 9_000, 200, 100), NONE);

        assertThat(changes)
                .extracting(change -> change.after().rating().value())
                .satisfiesExactly(
                        value -> assertThat(value).isCloseTo(1_720.33, within(0.01)),
                        value -> assertThat(value).isCloseTo(1_733.57, within(0.01)),
                        value -> assertThat(value).isCloseTo(1_595.89, within(0.01)),
                        value -> assertThat(value).isCloseTo(1_442.78, within(0.01)));
        assertThat(changes)
                .extracting(change -> change.after().rating().deviation())
                .satisfiesExactly(
                        value -> assertThat(value).isCloseTo(60.36, within(0.01)),
                        value -> assertThat(value).isCloseTo(260.77, within(0.01)),
                        value -> assertThat(value).isCloseTo(88.58, within(0.01)),
                        value -> assertThat(value).isCloseTo(116.39, within(0.01)));
    }

    @Test
    void scoresWithinAHundredthOfAPercentOfTheStartAreTied() {
        assertThat(seat(1, 500).against(seat(2, 400), EQUITY / 10_000)).isEqualTo(0.5);
        assertThat(seat(1, 501).against(seat(2, 400), EQUITY / 10_000)).isEqualTo(1);
        assertThat(seat(1, -501).against(seat(2, -400), EQUITY / 10_000)).isZero();
    }

    @Test
    void theDisqualifiedAreLast() {
        ratings.take(
                new Listed.Result(
                        new GameId("g1"),
                        TERMS,
                        course(START),
                        List.of(new Seat(player(1), player(1), false, true, 9_000_000), seat(2, 0), seat(3, -400))),
                NONE);

        assertThat(ratings.all().getFirst().rating().value())
                .isLessThan(ratings.all().getLast().rating().value());
    }

    @Test
    void duelsAndTablesFairAndRaceAreRatedApart() {
        ratings.take(table(START, 300, 0), NONE);
        ratings.take(with(new Terms(true, false, 1, HOUR_MILLIS), course(START), 300, 0), NONE);
        ratings.take(table(START, 600, 300, 0), NONE);
        ratings.take(with(new Terms(true, false, 1, HOUR_MILLIS), course(START), 600, 300, 0), NONE);

        assertThat(ratings.all().stream().filter(held -> held.player().equals(player(1))))
                .extracting(Held::pool, Held::games)
                .containsExactly(
                        tuple(Pool.FREE_FOR_ALL_FAIR, 1),
                        tuple(Pool.FREE_FOR_ALL_RACE, 1),
                        tuple(Pool.DUEL_FAIR, 1),
                        tuple(Pool.DUEL_RACE, 1));
    }

    @Test
    void theHouseIsAnAnchorAtTablesAndNoOpponentInDuels() {
        Seat house = new Seat(player(9), player(9), true, false, 100);

        List<RatingChange> atATable = ratings.take(
                new Listed.Result(
                        new GameId("g1"), TERMS, course(START), List.of(seat(1, 600), seat(2, 300), seat(3, 0), house)),
                NONE);
        List<RatingChange> inADuel = ratings.take(
                new Listed.Result(new GameId("g2"), TERMS, course(START), List.of(seat(1, 300), seat(2, 0), house)),
                NONE);

        assertThat(atATable).hasSize(3);
        assertThat(atATable.getFirst().after().rating().deviation()).isLessThan(290.32);
        assertThat(inADuel.getFirst().after().rating())
                .isEqualTo(Glicko.after(Rating.NEWCOMER, List.of(new Glicko.Meeting(Rating.NEWCOMER, 1))));
        assertThat(ratings.all()).noneMatch(held -> held.player().equals(player(9)));
    }

    @Test
    void aGameOfOneOwnerOrTooShortOrWithoutLimitOrNotToBeRatedCountsForNothing() {
        Seat sister = new Seat(player(2), player(1), false, false, 0);
        List<Listed> games = List.of(
                new Listed.Result(new GameId("g1"), TERMS, course(START), List.of(seat(1, 500), sister)),
                with(TERMS, new Course(START, START, HOUR_MILLIS * 79 / 100, EQUITY), 500, 0),
                with(new Terms(true, true, 1, 0), course(START), 500, 0),
                with(new Terms(false, true, 1, HOUR_MILLIS), course(START), 500, 0),
                new Listed.Uncounted(new GameId("g5")));

        games.forEach(game -> assertThat(ratings.take(game, NONE)).isEmpty());

        assertThat(ratings.all()).isEmpty();
        assertThat(ratings.take(with(TERMS, new Course(START, START, HOUR_MILLIS * 8 / 10, EQUITY), 500, 0), NONE))
                .hasSize(2);
    }

    @Test
    void nobodyIsRatedAgainstABotOfTheSameOwner() {
        Seat sister = new Seat(player(2), player(1), false, false, 0);

        List<RatingChange> changes = ratings.take(
                new Listed.Result(new GameId("g1"), TERMS, course(START), List.of(seat(1, 500), sister, seat(3, -500))),
                NONE);

        assertThat(changes.get(0).after().rating())
                .isEqualTo(changes.get(1).after().rating());
    }

    @Test
    void aWeekWithoutAGameIsOneEmptyPeriod() {
        Held held = held(1, new Rating(1_600, 50, 0.06));

        assertThat(held.shown(START.plusMillis(7 * DAY_MILLIS - 1), NONE)).isEqualTo(held.rating());
        assertThat(held.shown(START.plusMillis(7 * DAY_MILLIS), NONE).deviation())
                .isCloseTo(51.08, within(0.01));
        assertThat(held.shown(START.plusMillis(14 * DAY_MILLIS), NONE).deviation())
                .isCloseTo(52.13, within(0.01));
        assertThat(held.shown(START.plusMillis(14 * DAY_MILLIS), NONE).value()).isEqualTo(1_600);
        assertThat(held.shown(START.plusMillis(40_000 * DAY_MILLIS), NONE).deviation())
                .isEqualTo(350);
    }

    @Test
    void aNewVersionPutsTheRatingInDoubt() {
        Held known = held(1, new Rating(1_600, 50, 0.06));
        Held unknown = held(1, new Rating(1_600, 250, 0.06));
        Rewrites rewrites = Rewrites.of(List.of(announced(START.plusMillis(HOUR_MILLIS))));

        assertThat(known.shown(START, rewrites).deviation()).isEqualTo(50);
        assertThat(known.shown(START.plusMillis(HOUR_MILLIS), rewrites).deviation())
                .isEqualTo(180);
        assertThat(unknown.shown(START.plusMillis(HOUR_MILLIS), rewrites).deviation())
                .isEqualTo(250);
    }

    @Test
    void aVersionCountsOnceADayAndNeverDuringATournament() {
        GameTime monday = START.plusMillis(HOUR_MILLIS);
        Rewrites rewrites = Rewrites.of(List.of(
                new Announcement(player(1), "0", START, true),
                announced(monday),
                announced(monday.plusMillis(DAY_MILLIS - 1)),
                announced(monday.plusMillis(DAY_MILLIS))));

        assertThat(rewrites.of(player(1), GameTime.EPOCH, monday.plusMillis(9 * DAY_MILLIS)))
                .containsExactly(monday, monday.plusMillis(DAY_MILLIS));
    }

    @Test
    void aVersionCountsFromTheNextGameThatStarts() {
        Rewrites rewrites = Rewrites.of(List.of(announced(START.plusMillis(1))));
        Ratings kept =
                new Ratings(List.of(held(1, new Rating(1_600, 50, 0.06)), held(2, new Rating(1_500, 50, 0.06))), 1);

        List<RatingChange> running = kept.take(table(START, 600, 300, 0), rewrites);
        List<RatingChange> next = kept.take(table(START.plusMillis(1), 600, 300, 0), rewrites);
        List<RatingChange> later = kept.take(table(START.plusMillis(2), 600, 300, 0), rewrites);

        assertThat(running.getFirst().before().deviation()).isEqualTo(50);
        assertThat(next.getFirst().before().deviation()).isEqualTo(180);
        assertThat(later.getFirst().before().deviation()).isLessThan(180);
    }

    @Test
    void anotherBehaviourOfTheEngineOpensAnEpoch() {
        Ratings kept =
                new Ratings(List.of(held(1, new Rating(1_600, 50, 0.06)), held(5, new Rating(1_500, 200, 0.06))), 1);

        kept.take(with(new Terms(true, true, 2, HOUR_MILLIS), course(START), 300, 200, 100), NONE);

        assertThat(kept.epoch()).isEqualTo(2);
        assertThat(kept.all().getLast().rating().deviation()).isEqualTo(200);
        assertThat(kept.all().getFirst().rating().deviation()).isBetween(100.0, 150.0);
    }

    @Test
    void anOpenGameKeepsThoseBehindItWaiting() {
        List<Listed> listed = new ArrayList<>(List.of(
                new Listed.Uncounted(new GameId("g1")),
                table(START, 300, 0),
                new Listed.Open(new GameId("g3")),
                table(START, 0, 300)));

        assertThat(Ratings.due(listed)).hasSize(2);
        assertThatThrownBy(() -> ratings.take(listed.get(2), NONE)).hasMessageContaining("g3 is still open");
    }

    @Test
    void theListGoesByWhatABotIsWorthAtLeast() {
        List<Ranked> list = Ranked.list(
                List.of(
                        held(1, new Rating(1_900, 300, 0.06)),
                        held(2, new Rating(1_700, 50, 0.06)),
                        held(3, new Rating(1_550, 50, 0.06)),
                        held(4, new Rating(1_499, 50, 0.06)),
                        held(5, new Rating(1_499, 50, 0.06))),
                START,
                NONE);

        assertThat(list)
                .extracting(row -> row.player().number(), Ranked::rank, Ranked::separable)
                .containsExactly(
                        tuple(2, 1, false),
                        tuple(3, 2, false),
                        tuple(4, 3, true),
                        tuple(5, 3, true),
                        tuple(1, 5, false));
        assertThat(list.getFirst().shown().isProvisional()).isFalse();
        assertThat(list.getLast().shown().isProvisional()).isTrue();
    }

    private void assertValues(Double... expected) {
        assertNumbers(ratings.all().stream().map(held -> held.rating().value()).toList(), expected);
    }

    private void assertDeviations(Double... expected) {
        assertNumbers(
                ratings.all().stream().map(held -> held.rating().deviation()).toList(), expected);
    }

    private static void assertNumbers(List<Double> found, Double... expected) {
        assertThat(found).hasSize(expected.length);
        IntStream.range(0, expected.length)
                .forEach(i -> assertThat(found.get(i)).isCloseTo(expected[i], within(0.01)));
    }

    /** A game of an hour in the fair mode; the players 1, 2 … have these scores. */
    private static Listed.Result table(GameTime start, long... scores) {
        return with(TERMS, course(start), scores);
    }

    private static Listed.Result with(Terms terms, Course course, long... scores) {
        List<Seat> seats = IntStream.range(0, scores.length)
                .mapToObj(i -> seat(i + 1, scores[i]))
                .toList();
        return new Listed.Result(new GameId("g1"), terms, course, seats);
    }

    private static Course course(GameTime start) {
        return new Course(start, start.plusMillis(HOUR_MILLIS), HOUR_MILLIS, EQUITY);
    }

    private static Seat seat(int player, long score) {
        return new Seat(player(player), player(player), false, false, score);
    }

    private static Held held(int player, Rating rating) {
        return new Held(player(player), Pool.FREE_FOR_ALL_FAIR, rating, START, 10);
    }

    private static Announcement announced(GameTime at) {
        return new Announcement(player(1), "v", at, false);
    }

    private static PlayerId player(int number) {
        return new PlayerId(number);
    }
}
