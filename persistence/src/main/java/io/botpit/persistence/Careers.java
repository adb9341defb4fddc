package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.GAME;
import static io.botpit.persistence.jooq.Tables.LEADERBOARD;
import static io.botpit.persistence.jooq.Tables.PLAYER;
import static io.botpit.persistence.jooq.Tables.RESULT;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.persistence.jooq.tables.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * What players came to over all finished games, out of the tables, which may be some milliseconds behind the games; void
 * games do not count. Any thread.
 */
public final class Careers {
    private static final Field<Integer> RANK = DSL.rank()
            .over(DSL.orderBy(LEADERBOARD.TOTAL_SCORE.desc(), LEADERBOARD.WINS.desc()))
            .as("rank");
    /** All of it stands in the index of results. */
    private static final Field<?>[] SHOWN = {
        RESULT.PLAYER_ID, RESULT.ENDED_AT, RESULT.GAME_ID, RESULT.PLACE, RESULT.SCORE_DECIMAL
    };

    private static final Result NEWEST = RESULT.as("newest");
    private static final Field<Integer> PLACED = DSL.field(
                    DSL.selectCount().from(RESULT).where(RESULT.GAME_ID.eq(NEWEST.GAME_ID)))
            .as("placed");
    /** A statement is parsed anew each time, and each of them is a part of it. */
    private static final int PLAYERS_PER_STATEMENT_MAX = 50;

    private final DSLContext sql;

    Careers(DSLContext sql) {
        this.sql = sql;
    }

    /** The best players, best first. */
    public List<LeaderboardRow> leaderboard(int limit, long offset) {
        return ranked(limit, offset, LEADERBOARD.TOTAL_SCORE.desc(), LEADERBOARD.WINS.desc(), LEADERBOARD.NAME.asc());
    }

    /** The same players by name; of those with {@code part} in their name, capitals do not matter. */
    public List<LeaderboardRow> contenders(String part, int limit, long offset) {
        if (part.isEmpty()) {
            return ranked(limit, offset, LEADERBOARD.NAME.asc());
        }
        Table<?> all = all();
        return sql.selectFrom(all)
                .where(in(all, LEADERBOARD.NAME).containsIgnoreCase(part))
                .orderBy(in(all, LEADERBOARD.NAME))
                .limit(Archive.rows(limit))
                .offset(offset)
                .fetch(Careers::leaderboardRow);
    }

    /** One of these players; capitals in the name do not matter. */
    public Optional<LeaderboardRow> contender(String name) {
        Table<?> all = all();
        return sql.selectFrom(all)
                .where(DSL.lower(in(all, LEADERBOARD.NAME)).eq(name.toLowerCase(Locale.ROOT)))
                .fetchOptional(Careers::leaderboardRow);
    }

    /** Some of these players, by id. */
    public Map<PlayerId, LeaderboardRow> contenders(Collection<PlayerId> players) {
        Set<PlayerId> wanted = Set.copyOf(players);
        Map<PlayerId, LeaderboardRow> rows = new LinkedHashMap<>();
        // Chosen here: asked for some of them, H2 makes the whole list once for each.
        sql.selectFrom(all()).fetch(Careers::leaderboardRow).stream()
                .filter(row -> wanted.contains(row.contender().player()))
                .forEach(row -> rows.put(row.contender().player(), row));
        return rows;
    }

    /** The newest results of each of these players, newest first; who has none is not in it. */
    public Map<PlayerId, List<PlacingRow>> placings(Collection<PlayerId> players, int limit) {
        List<PlayerId> all = List.copyOf(players);
        Map<PlayerId, List<PlacingRow>> placings = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i += PLAYERS_PER_STATEMENT_MAX) {
            newest(all.subList(i, Math.min(i + PLAYERS_PER_STATEMENT_MAX, all.size())), Archive.rows(limit))
                    .forEach(row -> placings.computeIfAbsent(
                                    new PlayerId(row.get(NEWEST.PLAYER_ID)), _ -> new ArrayList<>())
                            .add(placing(row)));
        }
        return placings;
    }

    private List<? extends Record> newest(List<PlayerId> players, int limit) {
        Table<?> newest = players.stream()
                .map(player -> newest(player, limit))
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable(NEWEST);
        return sql.select(NEWEST.fields(SHOWN))
                .select(GAME.TITLE, PLACED)
                .from(newest)
                .join(GAME)
                .on(GAME.ID.eq(NEWEST.GAME_ID))
                .orderBy(NEWEST.PLAYER_ID, NEWEST.ENDED_AT.desc(), NEWEST.GAME_ID.desc())
                .fetch();
    }

    /** Read off the index of its order; the player is part of that for H2, which else sorts. */
    private Select<Record> newest(PlayerId player, int limit) {
        return sql.select(SHOWN)
                .from(RESULT)
                .where(RESULT.PLAYER_ID.eq(player.number()))
                .orderBy(RESULT.PLAYER_ID, RESULT.ENDED_AT.desc(), RESULT.GAME_ID.desc())
                .limit(limit);
    }

    private static PlacingRow placing(Record row) {
        return new PlacingRow(
                new GameId(row.get(NEWEST.GAME_ID)),
                row.get(GAME.TITLE),
                row.get(NEWEST.PLACE),
                row.get(PLACED),
                Archive.shortened(row.get(NEWEST.SCORE_DECIMAL)),
                new GameTime(row.get(NEWEST.ENDED_AT)));
    }

    /** Whom a player met most often, most often first. */
    public List<RivalRow> rivals(PlayerId player, int limit) {
        var mine = RESULT.as("mine");
        var other = RESULT.as("other");
        Field<Integer> met = DSL.count().as("met");
        Field<Integer> ahead =
                DSL.count().filterWhere(mine.PLACE.lt(other.PLACE)).as("ahead");
        Field<Integer> behind =
                DSL.count().filterWhere(mine.PLACE.gt(other.PLACE)).as("behind");
        Condition together = other.GAME_ID.eq(mine.GAME_ID).and(other.PLAYER_ID.ne(mine.PLAYER_ID));
        return sql.select(PLAYER.ID, PLAYER.NAME, PLAYER.HOUSE, met, ahead, behind)
                .from(mine)
                .join(other)
                .on(together)
                .join(PLAYER)
                .on(PLAYER.ID.eq(other.PLAYER_ID))
                .where(mine.PLAYER_ID.eq(player.number()))
                .groupBy(PLAYER.ID, PLAYER.NAME, PLAYER.HOUSE)
                .orderBy(met.desc(), PLAYER.NAME)
                .limit(Archive.rows(limit))
                .fetch(row -> new RivalRow(
                        new Contender(new PlayerId(row.get(PLAYER.ID)), row.get(PLAYER.NAME), row.get(PLAYER.HOUSE)),
                        row.get(met),
                        row.get(ahead),
                        row.get(behind)));
    }

    /** With the rank among all, whichever of them are asked for. */
    private Table<?> all() {
        return sql.select(LEADERBOARD.fields()).select(RANK).from(LEADERBOARD).asTable("ranked");
    }

    private static <T> Field<T> in(Table<?> table, Field<T> field) {
        return Objects.requireNonNull(table.field(field));
    }

    private List<LeaderboardRow> ranked(int limit, long offset, OrderField<?>... order) {
        return sql.select(LEADERBOARD.fields())
                .select(RANK)
                .from(LEADERBOARD)
                .orderBy(order)
                .limit(Archive.rows(limit))
                .offset(offset)
                .fetch(Careers::leaderboardRow);
    }

    private static LeaderboardRow leaderboardRow(Record row) {
        return new LeaderboardRow(
                row.get(RANK),
                new Contender(
                        new PlayerId(row.get(LEADERBOARD.PLAYER_ID)),
                        row.get(LEADERBOARD.NAME),
                        row.get(LEADERBOARD.HOUSE)),
                row.get(LEADERBOARD.GAMES),
                row.get(LEADERBOARD.WINS),
                row.get(LEADERBOARD.PODIUMS),
                Archive.shortened(row.get(LEADERBOARD.BEST_SCORE)),
                Archive.shortened(row.get(LEADERBOARD.TOTAL_SCORE)),
                Archive.shortened(row.get(LEADERBOARD.LAST_SCORE)),
                row.get(LEADERBOARD.LAST_PLACE));
    }
}
