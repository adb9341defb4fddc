package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.BOT_VERSION;
import static io.botpit.persistence.jooq.Tables.GAME;
import static io.botpit.persistence.jooq.Tables.LISTED;
import static io.botpit.persistence.jooq.Tables.RATING;
import static io.botpit.persistence.jooq.Tables.RATING_CHANGE;

import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.rating.Held;
import io.botpit.game.rating.Pool;
import io.botpit.game.rating.Ranked;
import io.botpit.game.rating.RatingChange;
import io.botpit.game.rating.Rewrites;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What can be asked about ratings; the tables may be some milliseconds behind the games. Any thread. */
public final class RankLists {
    private static final long DAY_MICROS = 24L * 3_600 * 1_000_000;

    private final DSLContext sql;
    private final RatingTables tables;

    RankLists(DSLContext sql) {
        this.sql = sql;
        this.tables = new RatingTables(sql);
    }

    /** The pools in which anybody is rated, and how many are. */
    public Map<Pool, Integer> sizes() {
        Map<Pool, Integer> sizes = new LinkedHashMap<>();
        for (Pool pool : Pool.values()) {
            int size = sql.fetchCount(RATING, RATING.POOL.eq(pool.code()));
            if (size > 0) {
                sizes.put(pool, size);
            }
        }
        return sizes;
    }

    /** The game that must get its result, or be void, before results that are there can count. */
    public Optional<GameId> waitsFor() {
        int next = tables.progress().listed() + 1;
        var later = LISTED.as("later");
        return sql.select(LISTED.GAME_ID)
                .from(LISTED)
                .where(LISTED.NUMBER.eq(next))
                .andExists(DSL.selectOne()
                        .from(later)
                        .join(GAME)
                        .on(GAME.ID.eq(later.GAME_ID))
                        .where(later.NUMBER.gt(next))
                        .and(GAME.RATED.isTrue())
                        .and(GAME.PHASE.eq(GamePhase.ENDED.name())))
                .fetchOptional(row -> new GameId(row.value1()));
    }

    /** The whole list of a pool as it stands at a moment, best first. */
    public List<RankRow> list(Pool pool, GameTime now) {
        List<Held> held = tables.held(RATING.POOL.eq(pool.code()));
        Rewrites rewrites = rewritesSince(pool);
        Map<PlayerId, Integer> before = new LinkedHashMap<>();
        GameTime yesterday = new GameTime(Math.max(0, now.micros() - DAY_MICROS));
        Ranked.list(asOf(yesterday, pool, held), yesterday, rewrites)
                .forEach(row -> before.put(row.player(), row.rank()));
        return Ranked.list(held, now, rewrites).stream()
                .map(row -> new RankRow(row, before.get(row.player())))
                .toList();
    }

    /** What games did to a rating, newest first. */
    public List<RatingPoint> history(PlayerId player, Pool pool, int limit, long offset) {
        return sql
                .selectFrom(RATING_CHANGE)
                .where(RATING_CHANGE.PLAYER_ID.eq(player.number()))
                .and(RATING_CHANGE.POOL.eq(pool.code()))
                .orderBy(RATING_CHANGE.LISTED.desc())
                .limit(Archive.rows(limit))
                .offset(offset)
                .fetch(RatingTables::step)
                .stream()
                .map(step -> new RatingPoint(step.change(), step.endedAt()))
                .toList();
    }

    /** What a bot said it was, newest first. */
    public List<VersionRow> versions(PlayerId player, int limit) {
        return sql.selectFrom(BOT_VERSION)
                .where(BOT_VERSION.PLAYER_ID.eq(player.number()))
                .orderBy(BOT_VERSION.NUMBER.desc())
                .limit(Archive.rows(limit))
                .fetch(row ->
                        new VersionRow(row.get(BOT_VERSION.VERSION), new GameTime(row.get(BOT_VERSION.ANNOUNCED_AT))));
    }

    /** Who played since then had what he brought into the first of those games. */
    private List<Held> asOf(GameTime then, Pool pool, List<Held> now) {
        Map<PlayerId, RatingChange> first = new LinkedHashMap<>();
        sql.selectFrom(RATING_CHANGE)
                .where(RATING_CHANGE.POOL.eq(pool.code()))
                .and(RATING_CHANGE.ENDED_AT.gt(then.micros()))
                .orderBy(RATING_CHANGE.LISTED)
                .fetch(RatingTables::step)
                .forEach(step -> first.putIfAbsent(step.change().after().player(), step.change()));
        List<Held> held = new ArrayList<>();
        for (Held latest : now) {
            RatingChange since = first.get(latest.player());
            if (since == null) {
                held.add(latest);
            } else if (since.after().games() > 1) {
                held.add(new Held(
                        latest.player(),
                        pool,
                        since.before(),
                        then,
                        since.after().games() - 1));
            }
        }
        return held;
    }

    /** Only of bots that said something since their last game: nobody else's matters. */
    private Rewrites rewritesSince(Pool pool) {
        var since = BOT_VERSION.as("since");
        return new RatingFacts(sql)
                .rewrites(BOT_VERSION.PLAYER_ID.in(DSL.select(since.PLAYER_ID)
                        .from(since)
                        .join(RATING)
                        .on(RATING.PLAYER_ID.eq(since.PLAYER_ID))
                        .where(RATING.POOL.eq(pool.code()))
                        .and(since.ANNOUNCED_AT.gt(RATING.STARTED_AT))));
    }
}
