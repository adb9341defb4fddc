package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.RATING;
import static io.botpit.persistence.jooq.Tables.RATING_CHANGE;
import static io.botpit.persistence.jooq.Tables.RATING_PROGRESS;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.rating.Held;
import io.botpit.game.rating.Pool;
import io.botpit.game.rating.Rating;
import io.botpit.game.rating.RatingChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The tables with the ratings. Reads on any thread; whoever writes brings a transaction. */
record RatingTables(DSLContext sql) {
    /** Raised whenever the same results make other ratings; those of another version are computed anew. */
    private static final int VERSION = 1;

    private static final List<Field<?>> RATING_COLUMNS = List.of(
            RATING.PLAYER_ID,
            RATING.POOL,
            RATING.VALUE_AFTER,
            RATING.DEVIATION_AFTER,
            RATING.VOLATILITY_AFTER,
            RATING.STARTED_AT,
            RATING.GAMES);

    private static final List<Field<?>> CHANGE_COLUMNS = List.of(
            RATING_CHANGE.LISTED,
            RATING_CHANGE.PLAYER_ID,
            RATING_CHANGE.GAME_ID,
            RATING_CHANGE.POOL,
            RATING_CHANGE.VALUE_BEFORE,
            RATING_CHANGE.DEVIATION_BEFORE,
            RATING_CHANGE.VOLATILITY_BEFORE,
            RATING_CHANGE.VALUE_AFTER,
            RATING_CHANGE.DEVIATION_AFTER,
            RATING_CHANGE.VOLATILITY_AFTER,
            RATING_CHANGE.STARTED_AT,
            RATING_CHANGE.ENDED_AT,
            RATING_CHANGE.GAMES);

    /**
     * How far the ratings are.
     *
     * @param listed number of the last game that is in them, 0 for none
     * @param epoch the last behaviour version that was seen, 0 for none
     */
    record Progress(int listed, int epoch) {}

    /** A change with the game's number in the list. */
    record Step(int listed, GameTime endedAt, RatingChange change) {}

    Progress progress() {
        return sql.selectFrom(RATING_PROGRESS)
                .where(RATING_PROGRESS.VERSION.eq(VERSION))
                .fetchOptional(row -> new Progress(row.get(RATING_PROGRESS.LISTED), row.get(RATING_PROGRESS.EPOCH)))
                .orElse(new Progress(0, 0));
    }

    void reach(Progress progress) {
        sql.deleteFrom(RATING_PROGRESS).execute();
        sql.insertInto(RATING_PROGRESS)
                .set(RATING_PROGRESS.VERSION, VERSION)
                .set(RATING_PROGRESS.LISTED, progress.listed())
                .set(RATING_PROGRESS.EPOCH, progress.epoch())
                .execute();
    }

    void clear() {
        sql.deleteFrom(RATING_PROGRESS).execute();
        sql.deleteFrom(RATING_CHANGE).execute();
        sql.deleteFrom(RATING).execute();
    }

    /** By player, then pool, as {@link io.botpit.game.rating.Ratings#all()}. */
    List<Held> held(Condition which) {
        return sql.selectFrom(RATING).where(which).fetch(RatingTables::held).stream()
                .sorted(Held.ORDER)
                .toList();
    }

    void replace(Collection<Held> changed) {
        List<@Nullable Object[]> keys = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Held held : changed) {
            keys.add(new @Nullable Object[] {held.player().number(), held.pool().code()});
            rows.add(new @Nullable Object[] {
                held.player().number(),
                held.pool().code(),
                held.rating().value(),
                held.rating().deviation(),
                held.rating().volatility(),
                held.at().micros(),
                held.games()
            });
        }
        Rows statements = new Rows(sql);
        statements.send(
                sql.deleteFrom(RATING)
                        .where(RATING.PLAYER_ID.eq((Integer) null))
                        .and(RATING.POOL.eq((String) null)),
                keys);
        statements.insert(RATING, RATING_COLUMNS, rows);
    }

    void add(List<Step> steps) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Step step : steps) {
            Rating before = step.change().before();
            Held after = step.change().after();
            rows.add(new @Nullable Object[] {
                step.listed(),
                after.player().number(),
                step.change().game().text(),
                after.pool().code(),
                before.value(),
                before.deviation(),
                before.volatility(),
                after.rating().value(),
                after.rating().deviation(),
                after.rating().volatility(),
                after.at().micros(),
                step.endedAt().micros(),
                after.games()
            });
        }
        new Rows(sql).insert(RATING_CHANGE, CHANGE_COLUMNS, rows);
    }

    /** Those of games behind a number in the list, by game, then player. */
    List<Step> steps(int after, int limit) {
        return sql.selectFrom(RATING_CHANGE)
                .where(RATING_CHANGE.LISTED.gt(after))
                .and(RATING_CHANGE.LISTED.le(after + limit))
                .orderBy(RATING_CHANGE.LISTED, RATING_CHANGE.PLAYER_ID)
                .fetch(RatingTables::step);
    }

    static Step step(Record row) {
        Held after = new Held(
                new PlayerId(row.get(RATING_CHANGE.PLAYER_ID)),
                pool(row.get(RATING_CHANGE.POOL)),
                new Rating(
                        row.get(RATING_CHANGE.VALUE_AFTER),
                        row.get(RATING_CHANGE.DEVIATION_AFTER),
                        row.get(RATING_CHANGE.VOLATILITY_AFTER)),
                new GameTime(row.get(RATING_CHANGE.STARTED_AT)),
                row.get(RATING_CHANGE.GAMES));
        Rating before = new Rating(
                row.get(RATING_CHANGE.VALUE_BEFORE),
                row.get(RATING_CHANGE.DEVIATION_BEFORE),
                row.get(RATING_CHANGE.VOLATILITY_BEFORE));
        return new Step(
                row.get(RATING_CHANGE.LISTED),
                new GameTime(row.get(RATING_CHANGE.ENDED_AT)),
                new RatingChange(new GameId(row.get(RATING_CHANGE.GAME_ID)), before, after));
    }

    private static Held held(Record row) {
        return new Held(
                new PlayerId(row.get(RATING.PLAYER_ID)),
                pool(row.get(RATING.POOL)),
                new Rating(
                        row.get(RATING.VALUE_AFTER), row.get(RATING.DEVIATION_AFTER), row.get(RATING.VOLATILITY_AFTER)),
                new GameTime(row.get(RATING.STARTED_AT)),
                row.get(RATING.GAMES));
    }

    private static Pool pool(String code) {
        return Pool.named(code).orElseThrow(() -> new IllegalStateException("the tables have no pool " + code));
    }
}
