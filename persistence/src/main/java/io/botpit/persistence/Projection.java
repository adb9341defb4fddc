package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.ASSET;
import static io.botpit.persistence.jooq.Tables.FILL;
import static io.botpit.persistence.jooq.Tables.GAME;
import static io.botpit.persistence.jooq.Tables.GAME_ORDER;
import static io.botpit.persistence.jooq.Tables.INSTRUMENT;
import static io.botpit.persistence.jooq.Tables.PARTICIPANT;
import static io.botpit.persistence.jooq.Tables.PROJECTION;
import static io.botpit.persistence.jooq.Tables.RESULT;
import static io.botpit.persistence.jooq.Tables.WALLET;

import io.botpit.game.Committed;
import io.botpit.game.Event.Ended;
import io.botpit.game.FinalMark;
import io.botpit.game.GameId;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.Standing;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.GameRules;
import io.botpit.persistence.journal.JournalHead;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Carries commands into the tables of their game, and how far it is in the same transaction: a command counts once,
 * however often it comes. For one thread.
 */
final class Projection {
    /** Raised whenever the same commands make other rows; rows of another version are thrown away. */
    static final int VERSION = 5;

    private static final int NAME_CHARS_MAX = 64;
    private static final int TITLE_CHARS_MAX = 200;
    /** The tables with rows of games, each by its column with the game's id. */
    static final List<TableField<?, String>> TABLES = List.of(
            GAME.ID,
            ASSET.GAME_ID,
            INSTRUMENT.GAME_ID,
            PARTICIPANT.GAME_ID,
            WALLET.GAME_ID,
            GAME_ORDER.GAME_ID,
            FILL.GAME_ID,
            RESULT.GAME_ID);

    private final DSLContext sql;

    Projection(DSLContext sql) {
        this.sql = sql;
    }

    /** The last sequence that is in the tables, -1 if the game is not there at all. */
    long lastSequence(GameId game) {
        return lastSequence(sql, game);
    }

    /**
     * Projects commands of one game, in order; those that are in the tables already are passed over.
     *
     * @return false if there is a gap before one of them: the tables are as far as they can be without it
     */
    boolean project(JournalHead head, List<Committed> batch) {
        return sql.transactionResult(tx -> {
            DSLContext inside = DSL.using(tx);
            long last = lastSequence(inside, head.game());
            if (last < 0) {
                forget(inside, head.game());
                begin(inside, head);
                last = 0;
            }
            Changes changes = new Changes(head);
            boolean complete = true;
            for (Committed committed : batch) {
                long sequence = committed.command().sequence();
                if (sequence > last + 1) {
                    complete = false;
                    break;
                }
                if (sequence == last + 1) {
                    changes.add(committed);
                    last = sequence;
                }
            }
            if (changes.sequence() > 0) {
                write(inside, changes);
            }
            return complete;
        });
    }

    /** Throws away all rows of a game. */
    void forget(GameId game) {
        sql.transaction(tx -> forget(DSL.using(tx), game));
    }

    private static long lastSequence(DSLContext sql, GameId game) {
        Record1<Long> row = sql.select(PROJECTION.LAST_SEQ)
                .from(PROJECTION)
                .where(PROJECTION.GAME_ID.eq(game.text()))
                .and(PROJECTION.VERSION.eq(VERSION))
                .fetchOne();
        return row == null ? -1 : row.value1();
    }

    private static void forget(DSLContext sql, GameId game) {
        for (TableField<?, String> id : TABLES) {
            Table<?> table = id.getTable();
            if (table != null) {
                sql.deleteFrom(table).where(id.eq(game.text())).execute();
            }
        }
        sql.deleteFrom(PROJECTION).where(PROJECTION.GAME_ID.eq(game.text())).execute();
    }

    private static void begin(DSLContext sql, JournalHead head) {
        String game = head.game().text();
        GameRules rules = head.rules();
        sql.insertInto(GAME)
                .set(GAME.ID, game)
                .set(GAME.TITLE, fitting(head.title(), TITLE_CHARS_MAX))
                .set(GAME.PRESET, fitting(rules.preset(), NAME_CHARS_MAX))
                .set(GAME.BEHAVIOR_VERSION, rules.behaviorVersion())
                .set(GAME.PHASE, GamePhase.LOBBY.name())
                .set(GAME.MODE, GameMode.FULL.name())
                .set(GAME.OPENED_AT, head.openedAt().micros())
                .set(GAME.TIME_LIMIT_MILLIS, rules.schedule().timeLimitMillis())
                .set(GAME.SEED, rules.entry().rated() ? rules.seed() : null)
                .set(GAME.RATED, rules.entry().rated())
                .set(GAME.FAIR, rules.trading().batchMillis() > 0)
                .execute();
        for (Asset asset : rules.assets()) {
            sql.insertInto(ASSET)
                    .set(ASSET.GAME_ID, game)
                    .set(ASSET.CODE, asset.code())
                    .set(ASSET.POSITION, rules.assets().indexOf(asset))
                    .set(ASSET.DECIMALS, asset.decimals())
                    .execute();
        }
        for (Instrument instrument : rules.instruments()) {
            sql.insertInto(INSTRUMENT)
                    .set(INSTRUMENT.GAME_ID, game)
                    .set(INSTRUMENT.SYMBOL, instrument.symbol().text())
                    .set(INSTRUMENT.POSITION, rules.instruments().indexOf(instrument))
                    .set(INSTRUMENT.BASE, instrument.base().code())
                    .set(INSTRUMENT.QUOTE, instrument.quote().code())
                    .set(INSTRUMENT.PRICE_DECIMALS, instrument.priceDecimals())
                    .set(INSTRUMENT.SIZE_DECIMALS, instrument.sizeDecimals())
                    .execute();
        }
        sql.insertInto(PROJECTION)
                .set(PROJECTION.GAME_ID, game)
                .set(PROJECTION.VERSION, VERSION)
                .set(PROJECTION.LAST_SEQ, 0L)
                .execute();
    }

    private static void write(DSLContext sql, Changes changes) {
        Rows rows = new Rows(sql);
        String game = changes.head().game().text();
        writePlayers(rows, game, changes);
        writeOrders(rows, game, changes);
        List<@Nullable Object[]> fills = new ArrayList<>();
        changes.fills.forEach(row -> fills.add(fillRow(game, row)));
        rows.insert(FILL, Rows.FILL_COLUMNS, fills);
        writeCourse(rows, game, changes);
        sql.update(PROJECTION)
                .set(PROJECTION.LAST_SEQ, changes.sequence())
                .where(PROJECTION.GAME_ID.eq(game))
                .execute();
    }

    private static void writePlayers(Rows rows, String game, Changes changes) {
        List<@Nullable Object[]> entrants = new ArrayList<>();
        changes.entrants.forEach((player, entrant) -> entrants.add(new @Nullable Object[] {
            game,
            player,
            fitting(entrant.name(), NAME_CHARS_MAX),
            entrant.owner(),
            false,
            entrant.sequence(),
            entrant.at().micros()
        }));
        rows.insert(PARTICIPANT, Rows.PARTICIPANT_COLUMNS, entrants);
        List<@Nullable Object[]> frozen = new ArrayList<>();
        changes.frozen.forEach((player, is) -> frozen.add(new @Nullable Object[] {is, game, player}));
        rows.send(rows.freeze(), frozen);
        List<@Nullable Object[]> opened = new ArrayList<>();
        List<@Nullable Object[]> changed = new ArrayList<>();
        changes.balances.forEach((account, balance) -> {
            if (balance.isNew()) {
                opened.add(new @Nullable Object[] {
                    game, account.player(), account.asset(), balance.free(), balance.held(), balance.sequence()
                });
            } else {
                changed.add(new @Nullable Object[] {
                    balance.free(), balance.held(), balance.sequence(), game, account.player(), account.asset()
                });
            }
        });
        rows.insert(WALLET, Rows.WALLET_COLUMNS, opened);
        rows.send(rows.updateWallet(), changed);
    }

    private static void writeOrders(Rows rows, String game, Changes changes) {
        List<@Nullable Object[]> placed = new ArrayList<>();
        List<@Nullable Object[]> seen = new ArrayList<>();
        List<@Nullable Object[]> filled = new ArrayList<>();
        changes.orders.forEach((number, change) -> {
            var view = change.view();
            if (view == null) {
                filled.add(change.fillRow(game, number));
            } else if (change.isNew()) {
                placed.add(change.newRow(game, view));
            } else {
                seen.add(change.wholeRow(game, view));
            }
        });
        rows.insert(GAME_ORDER, Rows.ORDER_COLUMNS, placed);
        rows.send(rows.updateOrder(), seen);
        rows.send(rows.fillOrder(), filled);
    }

    private static @Nullable Object[] fillRow(String game, Changes.FillRow row) {
        var fill = row.fill();
        return new @Nullable Object[] {
            game,
            fill.trade().number(),
            fill.side().name(),
            fill.owner().number(),
            fill.symbol().text(),
            fill.price().ticks(),
            fill.size().lots(),
            fill.buyOrder().number(),
            fill.sellOrder().number(),
            fill.fee().maker(),
            fill.fee().asset().code(),
            fill.fee().amount().units(),
            row.sequence(),
            row.at().micros()
        };
    }

    private static void writeCourse(Rows rows, String game, Changes changes) {
        Changes.Course course = changes.course;
        Ended end = course.end;
        Map<Field<?>, Object> row = new LinkedHashMap<>();
        put(row, GAME.MODE, course.mode == null ? null : course.mode.name());
        put(row, GAME.PHASE, course.phase == null ? null : course.phase.name());
        put(row, GAME.ENDS_AT, micros(course.endsAt));
        put(row, GAME.STOPPED_AT, micros(course.stoppedAt));
        put(row, GAME.ENDED_AT, micros(course.endedAt));
        put(row, GAME.END_CAUSE, end == null ? null : end.cause().name());
        if (course.startedAt != null) {
            // Also after a pause: then it had started before.
            row.put(
                    GAME.STARTED_AT,
                    DSL.coalesce(GAME.STARTED_AT, DSL.val(course.startedAt.micros(), GAME.STARTED_AT)));
        }
        if (!row.isEmpty()) {
            rows.sql().update(GAME).set(row).where(GAME.ID.eq(game)).execute();
        }
        if (end != null && course.endedAt != null) {
            writeResults(rows, changes.head(), end, course.endedAt);
        }
    }

    private static <T> void put(Map<Field<?>, Object> row, Field<T> field, @Nullable T changed) {
        if (changed != null) {
            row.put(field, changed);
        }
    }

    private static @Nullable Long micros(@Nullable GameTime time) {
        return time == null ? null : time.micros();
    }

    private static void writeResults(Rows rows, JournalHead head, Ended end, GameTime endedAt) {
        String game = head.game().text();
        int decimals = head.rules().firstInstrument().quote().decimals();
        List<@Nullable Object[]> results = new ArrayList<>();
        for (Standing row : end.table()) {
            results.add(new @Nullable Object[] {
                game,
                row.player().number(),
                row.place(),
                fitting(row.name(), NAME_CHARS_MAX),
                row.equity().units(),
                row.score().units(),
                BigDecimal.valueOf(row.equity().units(), decimals),
                BigDecimal.valueOf(row.score().units(), decimals),
                endedAt.micros()
            });
        }
        rows.insert(RESULT, Rows.RESULT_COLUMNS, results);
        for (FinalMark mark : end.marks()) {
            rows.sql()
                    .update(INSTRUMENT)
                    .set(INSTRUMENT.FINAL_MARK, mark.price().ticks())
                    .where(INSTRUMENT.GAME_ID.eq(game))
                    .and(INSTRUMENT.SYMBOL.eq(mark.symbol().text()))
                    .execute();
        }
    }

    /** Names are checked at the gate; the tables must not fail should it ever be asleep. */
    private static String fitting(String text, int charsMax) {
        return text.length() <= charsMax ? text : text.substring(0, charsMax);
    }
}
