package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.BOT_VERSION;
import static io.botpit.persistence.jooq.Tables.GAME;
import static io.botpit.persistence.jooq.Tables.LISTED;
import static io.botpit.persistence.jooq.Tables.PARTICIPANT;
import static io.botpit.persistence.jooq.Tables.PLAYER;
import static io.botpit.persistence.jooq.Tables.PROJECTION;
import static io.botpit.persistence.jooq.Tables.RESULT;

import io.botpit.game.EndCause;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.rating.Announcement;
import io.botpit.game.rating.Listed;
import io.botpit.game.rating.Listed.Course;
import io.botpit.game.rating.Listed.Terms;
import io.botpit.game.rating.Rewrites;
import io.botpit.game.rating.Seat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** What ratings are computed from: the list of games, their results, and the versions of bots. For one thread. */
record RatingFacts(DSLContext sql) {
    private static final long MICROS_PER_MILLI = 1_000;

    /** A game with its number in the list. */
    record Numbered(int number, Listed game) {}

    /** What one player came to. */
    private record Outcome(Seat seat, long startingEquity) {}

    /** Games of the list behind a number, in order. */
    List<Numbered> after(int number, int limit) {
        List<Record> games = new ArrayList<>(sql.select(LISTED.fields())
                .select(GAME.RATED, GAME.FAIR, GAME.BEHAVIOR_VERSION, GAME.TIME_LIMIT_MILLIS, GAME.PHASE)
                .select(GAME.STARTED_AT, GAME.ENDED_AT, GAME.ENDS_AT, GAME.STOPPED_AT, GAME.END_CAUSE)
                .select(PROJECTION.VERSION)
                .from(LISTED)
                .leftJoin(GAME)
                .on(GAME.ID.eq(LISTED.GAME_ID))
                .leftJoin(PROJECTION)
                .on(PROJECTION.GAME_ID.eq(LISTED.GAME_ID))
                .where(LISTED.NUMBER.gt(number))
                .orderBy(LISTED.NUMBER)
                .limit(limit)
                .fetch());
        Map<String, List<Outcome>> outcomes = outcomes(games.stream()
                .filter(game -> Boolean.TRUE.equals(game.get(GAME.RATED)))
                .map(game -> game.get(LISTED.GAME_ID))
                .toList());
        return games.stream()
                .map(game -> new Numbered(
                        game.get(LISTED.NUMBER),
                        listed(game, outcomes.getOrDefault(game.get(LISTED.GAME_ID), List.of()))))
                .toList();
    }

    /** What bots said, of all or of some. */
    Rewrites rewrites(Condition whose) {
        return Rewrites.of(sql.selectFrom(BOT_VERSION)
                .where(whose)
                .orderBy(BOT_VERSION.NUMBER)
                .fetch(row -> new Announcement(
                        new PlayerId(row.get(BOT_VERSION.PLAYER_ID)),
                        row.get(BOT_VERSION.VERSION),
                        new GameTime(row.get(BOT_VERSION.ANNOUNCED_AT)),
                        row.get(BOT_VERSION.IN_TOURNAMENT))));
    }

    private Map<String, List<Outcome>> outcomes(List<String> games) {
        Map<String, List<Outcome>> outcomes = new HashMap<>();
        sql.select(RESULT.GAME_ID, RESULT.PLAYER_ID, RESULT.EQUITY, RESULT.SCORE)
                .select(PARTICIPANT.FROZEN, PARTICIPANT.OWNER_ID, PLAYER.HOUSE)
                .from(RESULT)
                .join(PARTICIPANT)
                .on(PARTICIPANT.GAME_ID.eq(RESULT.GAME_ID))
                .and(PARTICIPANT.PLAYER_ID.eq(RESULT.PLAYER_ID))
                .leftJoin(PLAYER)
                .on(PLAYER.ID.eq(RESULT.PLAYER_ID))
                .where(RESULT.GAME_ID.in(games))
                .orderBy(RESULT.PLAYER_ID)
                .forEach(row -> outcomes.computeIfAbsent(row.get(RESULT.GAME_ID), _ -> new ArrayList<>())
                        .add(outcome(row)));
        return outcomes;
    }

    /** Whom the referee had frozen at the end is disqualified. */
    private static Outcome outcome(Record row) {
        PlayerId player = new PlayerId(row.get(RESULT.PLAYER_ID));
        long score = row.get(RESULT.SCORE);
        boolean house = Boolean.TRUE.equals(row.get(PLAYER.HOUSE));
        PlayerId owner = new PlayerId(row.get(PARTICIPANT.OWNER_ID));
        return new Outcome(
                new Seat(player, owner, house, row.get(PARTICIPANT.FROZEN), score), row.get(RESULT.EQUITY) - score);
    }

    private static Listed listed(Record game, List<Outcome> outcomes) {
        GameId id = new GameId(game.get(LISTED.GAME_ID));
        Integer version = game.get(PROJECTION.VERSION);
        if (game.get(LISTED.ANNULLED)) {
            return new Listed.Uncounted(id);
        }
        if (version == null || version != Projection.VERSION) {
            return new Listed.Open(id);
        }
        if (!game.get(GAME.RATED)) {
            return new Listed.Uncounted(id);
        }
        return switch (GamePhase.valueOf(game.get(GAME.PHASE))) {
            case LOBBY, RUNNING, PAUSED, SETTLING -> new Listed.Open(id);
            case VOID -> new Listed.Uncounted(id);
            case ENDED -> ended(id, game, outcomes);
        };
    }

    private static Listed ended(GameId id, Record game, List<Outcome> outcomes) {
        Long startedAt = game.get(GAME.STARTED_AT);
        if (startedAt == null) {
            return new Listed.Uncounted(id);
        }
        Terms terms =
                new Terms(true, game.get(GAME.FAIR), game.get(GAME.BEHAVIOR_VERSION), game.get(GAME.TIME_LIMIT_MILLIS));
        Course course = new Course(
                new GameTime(startedAt),
                new GameTime(game.get(GAME.ENDED_AT)),
                terms.timeLimitMillis() - leftMillis(game),
                outcomes.stream().mapToLong(Outcome::startingEquity).max().orElse(0));
        return new Listed.Result(
                id, terms, course, outcomes.stream().map(Outcome::seat).toList());
    }

    /** Nothing where the time was up: the rules may have let it end a little before the latest end that was announced. */
    private static long leftMillis(Record game) {
        Long endsAt = game.get(GAME.ENDS_AT);
        Long stoppedAt = game.get(GAME.STOPPED_AT);
        boolean timeWasUp = EndCause.TIME_LIMIT.name().equals(game.get(GAME.END_CAUSE));
        return timeWasUp || endsAt == null || stoppedAt == null
                ? 0
                : Math.max(0, (endsAt - stoppedAt) / MICROS_PER_MILLI);
    }
}
