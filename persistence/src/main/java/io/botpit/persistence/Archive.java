package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.ASSET;
import static io.botpit.persistence.jooq.Tables.FILL;
import static io.botpit.persistence.jooq.Tables.GAME;
import static io.botpit.persistence.jooq.Tables.INSTRUMENT;
import static io.botpit.persistence.jooq.Tables.PARTICIPANT;
import static io.botpit.persistence.jooq.Tables.PLAYER;
import static io.botpit.persistence.jooq.Tables.RESULT;
import static io.botpit.persistence.jooq.Tables.WALLET;

import io.botpit.game.GameId;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Questions about games to the tables; they may be some milliseconds behind the games. Numbers come out as decimals, in the unit
 * that people use. Any thread.
 */
public final class Archive {
    /** Rows of one answer; who wants more asks again with the last key. */
    public static final int ROWS_MAX = 1_000;

    private static final Field<Integer> PLAYERS = DSL.field(
                    DSL.selectCount().from(PARTICIPANT).where(PARTICIPANT.GAME_ID.eq(GAME.ID)))
            .as("players");

    private final DSLContext sql;

    Archive(DSLContext sql) {
        this.sql = sql;
    }

    /** Such games but some, newest first. */
    public List<GameRow> games(GameSearch which, Collection<GameId> without, int limit, long offset) {
        return sql.select(GAME.fields())
                .select(PLAYERS)
                .from(GAME)
                .where(GAME.ID.notIn(texts(without)))
                .and(fits(which))
                .orderBy(GAME.OPENED_AT.desc(), GAME.ID.desc())
                .limit(rows(limit))
                .offset(offset)
                .fetch(Archive::gameRow);
    }

    private static Condition fits(GameSearch which) {
        Condition fits = GAME.PHASE.in(which.phases().stream().map(Enum::name).toList());
        if (!which.text().isEmpty()) {
            fits = fits.and(GAME.TITLE.containsIgnoreCase(which.text()).or(GAME.ID.containsIgnoreCase(which.text())));
        }
        PlayerId player = which.player();
        if (player != null) {
            fits = fits.andExists(DSL.selectOne()
                    .from(PARTICIPANT)
                    .where(PARTICIPANT.GAME_ID.eq(GAME.ID))
                    .and(PARTICIPANT.PLAYER_ID.eq(player.number())));
        }
        return fits;
    }

    /** Who won each of these games; what runs, or is void, is not in it. */
    public Map<GameId, WinnerRow> winners(Collection<GameId> games) {
        Map<GameId, WinnerRow> winners = new HashMap<>();
        sql.select(RESULT.GAME_ID, RESULT.NAME, RESULT.SCORE_DECIMAL)
                .from(RESULT)
                .where(RESULT.GAME_ID.in(texts(games)))
                .and(RESULT.PLACE.eq(1))
                .orderBy(RESULT.PLAYER_ID)
                .forEach(row -> winners.putIfAbsent(
                        new GameId(row.get(RESULT.GAME_ID)),
                        new WinnerRow(row.get(RESULT.NAME), shortened(row.get(RESULT.SCORE_DECIMAL)))));
        return winners;
    }

    private static List<String> texts(Collection<GameId> games) {
        return games.stream().map(GameId::text).toList();
    }

    public Optional<GameRow> game(GameId game) {
        return sql.select(GAME.fields())
                .select(PLAYERS)
                .from(GAME)
                .where(GAME.ID.eq(game.text()))
                .fetchOptional(Archive::gameRow);
    }

    /** The final table of a game, best first; empty while it runs and if it is void. */
    public List<ResultRow> results(GameId game) {
        Map<Integer, Map<String, BigDecimal>> wallets = wallets(game);
        return sql.select(RESULT.fields())
                .select(PLAYER.HOUSE)
                .from(RESULT)
                .leftJoin(PLAYER)
                .on(PLAYER.ID.eq(RESULT.PLAYER_ID))
                .where(RESULT.GAME_ID.eq(game.text()))
                .orderBy(RESULT.PLACE, RESULT.PLAYER_ID)
                .fetch(row -> new ResultRow(
                        row.get(RESULT.PLACE),
                        new Contender(
                                new PlayerId(row.get(RESULT.PLAYER_ID)),
                                row.get(RESULT.NAME),
                                Boolean.TRUE.equals(row.get(PLAYER.HOUSE))),
                        shortened(row.get(RESULT.EQUITY_DECIMAL)),
                        shortened(row.get(RESULT.SCORE_DECIMAL)),
                        wallets.getOrDefault(row.get(RESULT.PLAYER_ID), Map.of())));
    }

    /** The marks a game was scored with, by symbol in the order of the rules; empty while it runs and if it is void. */
    public Map<String, BigDecimal> finalMarks(GameId game) {
        Map<String, BigDecimal> marks = new LinkedHashMap<>();
        sql.select(INSTRUMENT.SYMBOL, INSTRUMENT.FINAL_MARK, INSTRUMENT.PRICE_DECIMALS)
                .from(INSTRUMENT)
                .where(INSTRUMENT.GAME_ID.eq(game.text()))
                .and(INSTRUMENT.FINAL_MARK.isNotNull())
                .orderBy(INSTRUMENT.POSITION)
                .forEach(row -> marks.put(
                        row.get(INSTRUMENT.SYMBOL),
                        BigDecimal.valueOf(row.get(INSTRUMENT.FINAL_MARK), row.get(INSTRUMENT.PRICE_DECIMALS))));
        return marks;
    }

    /** Trades of a game in order, from the one behind {@code after} on; 0 starts at the first. */
    public List<TradeRow> trades(GameId game, long after, int limit) {
        return sql.select(FILL.fields())
                .select(INSTRUMENT.PRICE_DECIMALS, INSTRUMENT.SIZE_DECIMALS)
                .from(FILL)
                .join(INSTRUMENT)
                .on(INSTRUMENT.GAME_ID.eq(FILL.GAME_ID).and(INSTRUMENT.SYMBOL.eq(FILL.SYMBOL)))
                .where(FILL.GAME_ID.eq(game.text()))
                .and(FILL.TRADE.gt(after))
                .and(FILL.MAKER.isFalse())
                .orderBy(FILL.TRADE)
                .limit(rows(limit))
                .fetch(row -> new TradeRow(
                        row.get(FILL.TRADE),
                        row.get(FILL.SEQ),
                        new GameTime(row.get(FILL.TRADED_AT)),
                        row.get(FILL.SYMBOL),
                        BigDecimal.valueOf(row.get(FILL.PRICE), row.get(INSTRUMENT.PRICE_DECIMALS)),
                        amount(row.get(FILL.SIZE), row.get(INSTRUMENT.SIZE_DECIMALS)),
                        Side.valueOf(row.get(FILL.SIDE))));
    }

    private Map<Integer, Map<String, BigDecimal>> wallets(GameId game) {
        Map<Integer, Map<String, BigDecimal>> wallets = new LinkedHashMap<>();
        sql.select(WALLET.PLAYER_ID, WALLET.ASSET, WALLET.FREE, WALLET.HELD, ASSET.DECIMALS)
                .from(WALLET)
                .join(ASSET)
                .on(ASSET.GAME_ID.eq(WALLET.GAME_ID).and(ASSET.CODE.eq(WALLET.ASSET)))
                .where(WALLET.GAME_ID.eq(game.text()))
                .orderBy(WALLET.PLAYER_ID, ASSET.POSITION)
                .forEach(row -> wallets.computeIfAbsent(row.get(WALLET.PLAYER_ID), _ -> new LinkedHashMap<>())
                        .put(
                                row.get(WALLET.ASSET),
                                amount(row.get(WALLET.FREE) + row.get(WALLET.HELD), row.get(ASSET.DECIMALS))));
        return wallets;
    }

    private static GameRow gameRow(Record row) {
        String mode = row.get(GAME.MODE);
        return new GameRow(
                new GameId(row.get(GAME.ID)),
                row.get(GAME.TITLE),
                row.get(GAME.PRESET),
                GamePhase.valueOf(row.get(GAME.PHASE)),
                row.get(PLAYERS),
                new GameTime(row.get(GAME.OPENED_AT)),
                time(row.get(GAME.STARTED_AT)),
                time(row.get(GAME.ENDED_AT)),
                mode == null ? GameMode.FULL : GameMode.valueOf(mode));
    }

    static int rows(int limit) {
        if (limit < 1 || limit > ROWS_MAX) {
            throw new IllegalArgumentException("limit must be 1 to " + ROWS_MAX + ": " + limit);
        }
        return limit;
    }

    private static BigDecimal amount(long units, int decimals) {
        return shortened(BigDecimal.valueOf(units, decimals));
    }

    /** Without zeros behind the point, and never in the form of {@code 1E+2}. */
    static BigDecimal shortened(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable GameTime time(@Nullable Long micros) {
        return micros == null ? null : new GameTime(micros);
    }
}
