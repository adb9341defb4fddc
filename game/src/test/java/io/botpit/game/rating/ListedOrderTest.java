package io.botpit.game.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.rating.Listed.Course;
import io.botpit.game.rating.Listed.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whenever results come, and whatever happens on the way: in the end it is as if all had come in the order of the list. */
final class ListedOrderTest {
    private static final int GAMES = 40;
    private static final int BOTS = 8;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void lateResultsVoidsAndGamesPlayedAgainLeaveTheRatingsOfACleanReplay(long seed) {
        Random random = new Random(seed);
        List<Listed> outcomes = new ArrayList<>();
        for (int i = 0; i < GAMES; i++) {
            outcomes.add(outcome(i, random));
        }
        Rewrites rewrites = Rewrites.of(announcements(random));
        Ratings clean = new Ratings();
        outcomes.forEach(outcome -> clean.take(outcome, rewrites));

        List<Listed> list = new ArrayList<>();
        outcomes.forEach(outcome -> list.add(new Listed.Open(outcome.game())));
        Ratings asTheyCome = new Ratings();
        int taken = 0;
        List<Listed> arriving = new ArrayList<>(outcomes);
        Collections.shuffle(arriving, random);
        for (Listed arrived : arriving) {
            list.set(outcomes.indexOf(arrived), arrived);
            List<Listed> due = Ratings.due(list.subList(taken, list.size()));
            // Kept and gone on from, as a server does that is started again.
            asTheyCome = new Ratings(asTheyCome.all(), asTheyCome.epoch());
            for (Listed next : due) {
                asTheyCome.take(next, rewrites);
            }
            taken += due.size();
        }

        assertThat(taken).isEqualTo(GAMES);
        assertThat(clean.all()).isNotEmpty();
        assertThat(asTheyCome.all()).isEqualTo(clean.all());
        assertThat(asTheyCome.epoch()).isEqualTo(clean.epoch());
    }

    /** One in six is void; it is played again as a game of its own, further down the list. */
    private static Listed outcome(int index, Random random) {
        GameId game = new GameId("g" + (index + 1));
        if (random.nextInt(6) == 0) {
            return new Listed.Uncounted(game);
        }
        GameTime start = new GameTime(0).plusMillis((100 + index * 2L - random.nextInt(5)) * DAY_MILLIS);
        List<Seat> seats = new ArrayList<>();
        int size = 2 + random.nextInt(BOTS - 1);
        int first = random.nextInt(BOTS);
        for (int i = 0; i < size; i++) {
            PlayerId player = new PlayerId(1 + (first + i) % BOTS);
            boolean house = player.number() == BOTS;
            seats.add(new Seat(player, player, house, random.nextInt(20) == 0, random.nextInt(1_000)));
        }
        Terms terms = new Terms(random.nextInt(10) > 0, random.nextBoolean(), 1 + index / 15, HOUR_MILLIS);
        long played = random.nextInt(8) == 0 ? HOUR_MILLIS / 2 : HOUR_MILLIS;
        return new Listed.Result(game, terms, new Course(start, start.plusMillis(played), played, 1_000_000), seats);
    }

    private static List<Announcement> announcements(Random random) {
        List<Announcement> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            GameTime at = new GameTime(0).plusMillis(random.nextLong(90 * HOUR_MILLIS, 200 * DAY_MILLIS));
            all.add(new Announcement(new PlayerId(1 + random.nextInt(BOTS)), "v" + i, at, random.nextInt(4) == 0));
        }
        return all;
    }
}
