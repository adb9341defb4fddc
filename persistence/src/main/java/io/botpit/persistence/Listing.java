package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.BOT_VERSION;
import static io.botpit.persistence.jooq.Tables.LISTED;

import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.LobbyRecord.GameClosed;
import io.botpit.persistence.journal.LobbyRecord.GameOpened;
import io.botpit.persistence.journal.LobbyRecord.VersionAnnounced;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Carries the list of games, and what bots said of themselves, from the lobby's records into tables. For one thread. */
record Listing(DSLContext sql) {
    private static final List<Field<?>> GAME_COLUMNS = List.of(LISTED.NUMBER, LISTED.GAME_ID, LISTED.ANNULLED);
    private static final List<Field<?>> VERSION_COLUMNS = List.of(
            BOT_VERSION.NUMBER,
            BOT_VERSION.PLAYER_ID,
            BOT_VERSION.VERSION,
            BOT_VERSION.IN_TOURNAMENT,
            BOT_VERSION.ANNOUNCED_AT);

    /** The next records after those that are there. */
    void project(List<LobbyRecord> records) {
        sql.transaction(tx -> new Listing(DSL.using(tx)).write(records));
    }

    /** The journal wins: what it does not know is lost. */
    void replace(List<LobbyRecord> all) {
        sql.transaction(tx -> {
            DSLContext inside = DSL.using(tx);
            inside.deleteFrom(LISTED).execute();
            inside.deleteFrom(BOT_VERSION).execute();
            new Listing(inside).write(all);
        });
    }

    private void write(List<LobbyRecord> records) {
        List<@Nullable Object[]> games = new ArrayList<>();
        List<@Nullable Object[]> versions = new ArrayList<>();
        int game = last(LISTED, LISTED.NUMBER);
        int version = last(BOT_VERSION, BOT_VERSION.NUMBER);
        for (LobbyRecord record : records) {
            if (record instanceof GameOpened opened) {
                games.add(new @Nullable Object[] {++game, opened.game().text(), false});
            } else if (record instanceof VersionAnnounced(var player, var said, var inTournament, var at)) {
                versions.add(new @Nullable Object[] {++version, player.number(), said, inTournament, at.micros()});
            }
        }
        Rows rows = new Rows(sql);
        rows.insert(LISTED, GAME_COLUMNS, games);
        rows.insert(BOT_VERSION, VERSION_COLUMNS, versions);
        List<String> annulled = records.stream()
                .filter(record -> record instanceof GameClosed closed && closed.annulled())
                .map(record -> ((GameClosed) record).game().text())
                .toList();
        for (int i = 0; i < annulled.size(); i += Rows.ROWS_PER_STATEMENT_MAX) {
            sql.update(LISTED)
                    .set(LISTED.ANNULLED, true)
                    .where(LISTED.GAME_ID.in(
                            annulled.subList(i, Math.min(i + Rows.ROWS_PER_STATEMENT_MAX, annulled.size()))))
                    .execute();
        }
    }

    private int last(Table<?> table, TableField<?, Integer> number) {
        Integer last = sql.select(DSL.max(number)).from(table).fetchSingle().value1();
        return last == null ? 0 : last;
    }
}
