package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.FILL;
import static io.botpit.persistence.jooq.Tables.GAME_ORDER;
import static io.botpit.persistence.jooq.Tables.PARTICIPANT;
import static io.botpit.persistence.jooq.Tables.RESULT;
import static io.botpit.persistence.jooq.Tables.WALLET;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** The statements of the projection, each sent with the values of up to a thousand rows at once. For one thread. */
record Rows(DSLContext sql) {
    static final int ROWS_PER_STATEMENT_MAX = 1_000;

    static final List<Field<?>> ORDER_COLUMNS = List.of(
            GAME_ORDER.GAME_ID,
            GAME_ORDER.NUMBER,
            GAME_ORDER.PLAYER_ID,
            GAME_ORDER.CLIENT_ORDER_ID,
            GAME_ORDER.SYMBOL,
            GAME_ORDER.SIDE,
            GAME_ORDER.KIND,
            GAME_ORDER.TIME_IN_FORCE,
            GAME_ORDER.PRICE,
            GAME_ORDER.SIZE,
            GAME_ORDER.BUDGET,
            GAME_ORDER.MARK_AT_PLACEMENT,
            GAME_ORDER.STATUS,
            GAME_ORDER.CANCEL_CAUSE,
            GAME_ORDER.OPEN_SIZE,
            GAME_ORDER.FILLED,
            GAME_ORDER.TRADED,
            GAME_ORDER.PLACED_SEQ,
            GAME_ORDER.PLACED_AT,
            GAME_ORDER.CHANGED_SEQ);

    static final List<Field<?>> FILL_COLUMNS = List.of(
            FILL.GAME_ID,
            FILL.TRADE,
            FILL.SIDE,
            FILL.PLAYER_ID,
            FILL.SYMBOL,
            FILL.PRICE,
            FILL.SIZE,
            FILL.BUY_ORDER,
            FILL.SELL_ORDER,
            FILL.MAKER,
            FILL.FEE_ASSET,
            FILL.FEE,
            FILL.SEQ,
            FILL.TRADED_AT);

    static final List<Field<?>> PARTICIPANT_COLUMNS = List.of(
            PARTICIPANT.GAME_ID,
            PARTICIPANT.PLAYER_ID,
            PARTICIPANT.NAME,
            PARTICIPANT.OWNER_ID,
            PARTICIPANT.FROZEN,
            PARTICIPANT.ADMITTED_SEQ,
            PARTICIPANT.ADMITTED_AT);

    static final List<Field<?>> WALLET_COLUMNS =
            List.of(WALLET.GAME_ID, WALLET.PLAYER_ID, WALLET.ASSET, WALLET.FREE, WALLET.HELD, WALLET.CHANGED_SEQ);

    static final List<Field<?>> RESULT_COLUMNS = List.of(
            RESULT.GAME_ID,
            RESULT.PLAYER_ID,
            RESULT.PLACE,
            RESULT.NAME,
            RESULT.EQUITY,
            RESULT.SCORE,
            RESULT.EQUITY_DECIMAL,
            RESULT.SCORE_DECIMAL,
            RESULT.ENDED_AT);

    void insert(Table<?> table, List<Field<?>> columns, List<@Nullable Object[]> rows) {
        send(sql.insertInto(table).columns(columns).values(Collections.nCopies(columns.size(), null)), rows);
    }

    /** Past jOOQ's own batches, which take three times as long to bind a value as the driver does. */
    void send(Query statement, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.connection(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(sql.render(statement))) {
                for (int i = 0; i < rows.size(); i++) {
                    bind(prepared, rows.get(i));
                    if (i % ROWS_PER_STATEMENT_MAX == ROWS_PER_STATEMENT_MAX - 1 || i == rows.size() - 1) {
                        prepared.executeBatch();
                    }
                }
            } catch (SQLException e) {
                throw new DataAccessException(String.valueOf(e.getMessage()), e);
            }
        });
    }

    private static void bind(PreparedStatement prepared, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            prepared.setObject(i + 1, row[i]);
        }
        prepared.addBatch();
    }

    /** An order of which the batch shows a whole view. */
    Query updateOrder() {
        return sql.update(GAME_ORDER)
                .set(GAME_ORDER.STATUS, (String) null)
                .set(GAME_ORDER.CANCEL_CAUSE, (String) null)
                .set(GAME_ORDER.SIZE, (Long) null)
                .set(GAME_ORDER.OPEN_SIZE, (Long) null)
                .set(GAME_ORDER.FILLED, (Long) null)
                .set(GAME_ORDER.TRADED, (Long) null)
                .set(GAME_ORDER.CHANGED_SEQ, (Long) null)
                .where(GAME_ORDER.GAME_ID.eq((String) null))
                .and(GAME_ORDER.NUMBER.eq((Long) null));
    }

    /** An order of which the batch shows fills only. */
    Query fillOrder() {
        return sql.update(GAME_ORDER)
                .set(GAME_ORDER.OPEN_SIZE, GAME_ORDER.OPEN_SIZE.minus((Long) null))
                .set(GAME_ORDER.FILLED, GAME_ORDER.FILLED.plus((Long) null))
                .set(GAME_ORDER.TRADED, GAME_ORDER.TRADED.plus((Long) null))
                .set(GAME_ORDER.CHANGED_SEQ, (Long) null)
                .where(GAME_ORDER.GAME_ID.eq((String) null))
                .and(GAME_ORDER.NUMBER.eq((Long) null));
    }

    Query updateWallet() {
        return sql.update(WALLET)
                .set(WALLET.FREE, (Long) null)
                .set(WALLET.HELD, (Long) null)
                .set(WALLET.CHANGED_SEQ, (Long) null)
                .where(WALLET.GAME_ID.eq((String) null))
                .and(WALLET.PLAYER_ID.eq((Integer) null))
                .and(WALLET.ASSET.eq((String) null));
    }

    Query freeze() {
        return sql.update(PARTICIPANT)
                .set(PARTICIPANT.FROZEN, (Boolean) null)
                .where(PARTICIPANT.GAME_ID.eq((String) null))
                .and(PARTICIPANT.PLAYER_ID.eq((Integer) null));
    }
}
