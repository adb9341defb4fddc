package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.BOT_VERSION;
import static io.botpit.persistence.jooq.Tables.LISTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.persistence.LobbyTables.Entry;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.Shelf;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever the server dies, the tables have the first records of the lobby's journal: none twice, none without those before. */
final class LobbyTablesTest {
    private static final LobbyRecord VERSION =
            new LobbyRecord.VersionAnnounced(new PlayerId(1), "2.0", false, GameTime.EPOCH);

    @TempDir
    Path folder;

    private Database database;
    private LobbyJournal journal;
    private LobbyTables tables;

    @BeforeEach
    void open() {
        database = Database.open(new H2File(folder, "tables"));
        journal = LobbyJournal.open(folder, Durability.PROCESS).journal();
        tables = new LobbyTables(database, Shelf.of(folder));
    }

    @AfterEach
    void close() {
        journal.close();
        database.close();
    }

    @Test
    void whatComesBeforeTheJournalWasReadIsNotWritten() {
        journal.append(opened("g1"));
        Entry second = appended(opened("g2"));

        assertThat(tables.project(List.of(second))).isFalse();
        assertThat(listed()).isEmpty();
        tables.read();
        assertThat(listed()).containsExactly("1 g1", "2 g2");
    }

    @Test
    void whatWasReadAlreadyIsNotWrittenAgain() {
        Entry game = appended(opened("g1"));
        Entry version = appended(VERSION);
        tables.read();

        assertThat(tables.project(List.of(game, version, appended(opened("g2")), appended(VERSION))))
                .isTrue();
        assertThat(listed()).containsExactly("1 g1", "2 g2");
        assertThat(database.sql().fetchCount(BOT_VERSION)).isEqualTo(2);
    }

    @Test
    void whatComesAfterAGapIsNotWritten() {
        tables.read();
        Entry first = appended(opened("g1"));
        appended(opened("g2"));
        Entry third = appended(opened("g3"));

        assertThat(tables.project(List.of(first))).isTrue();
        assertThat(tables.project(List.of(third))).isFalse();
        assertThat(listed()).containsExactly("1 g1");
        tables.read();
        assertThat(listed()).containsExactly("1 g1", "2 g2", "3 g3");
    }

    private Entry appended(LobbyRecord record) {
        return new Entry(journal.append(record), record);
    }

    private static LobbyRecord opened(String game) {
        return new LobbyRecord.GameOpened(new GameId(game), "The cup", true, null, GameTime.EPOCH);
    }

    private List<String> listed() {
        return database.sql()
                .selectFrom(LISTED)
                .orderBy(LISTED.NUMBER)
                .fetch(row -> row.get(LISTED.NUMBER) + " " + row.get(LISTED.GAME_ID));
    }
}
