package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.INSTRUMENT;
import static io.botpit.persistence.jooq.Tables.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of other versions. All that is in them follows from the journals, so what does not fit is set aside whole. */
final class MigrationTest {
    private static final String ONE_PLAYER =
            "insert into player (id, name, house, opened_at) values (1, 'ann', false, 0)";

    @TempDir
    Path folder;

    @BeforeEach
    void theFirstVersionWasHere() throws SQLException {
        try (DataFolder data = DataFolder.lock(folder)) {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(data.database().url(), "sa", "")
                    .target("1")
                    .load()
                    .migrate();
        }
        run("botpit", ONE_PLAYER);
    }

    @Test
    void olderTablesAreMigratedWithTheirRows() {
        try (DataFolder data = DataFolder.lock(folder);
                Database database = Database.open(data)) {
            assertThat(database.movedAside()).isEmpty();
            assertThat(database.sql().fetchCount(PLAYER)).isEqualTo(1);
            assertThat(database.sql().fetch(INSTRUMENT)).isEmpty();
        }
    }

    @Test
    void olderTablesAndBadFilesAreUnreadableAndSayWhy() throws IOException {
        try (DataFolder data = DataFolder.lock(folder)) {
            assertThatThrownBy(() -> Database.read(data))
                    .isInstanceOf(TablesUnreadable.class)
                    .hasMessageContaining("start the server on it once");
            Files.writeString(folder.resolve("botpit.mv.db"), "no database at all");
            assertThatThrownBy(() -> Database.read(data))
                    .isInstanceOf(TablesUnreadable.class)
                    .hasMessageNotContaining(System.lineSeparator());
        }
        DatabaseServer nowhere = new DatabaseServer("jdbc:postgresql://127.0.0.1:1/botpit", "ann", "");
        assertThatThrownBy(() -> Database.read(nowhere)).isInstanceOf(TablesUnreadable.class);
    }

    @Test
    void tablesThatCannotBeMigratedAreSetAsideAndCanStillBeRead() throws SQLException {
        run("botpit", "alter table instrument add column final_mark varchar(5)");

        assertSetAside();
    }

    @Test
    void tablesOfANewerVersionAreSetAsideAndCanStillBeRead() throws SQLException {
        run(
                "botpit",
                "insert into \"flyway_schema_history\" select 99, '99', 'of the future', type, 'V99__of_the_future.sql',"
                        + " 7, installed_by, installed_on, 1, true from \"flyway_schema_history\""
                        + " where \"version\" = '1'");

        assertSetAside();
    }

    private void assertSetAside() throws SQLException {
        try (DataFolder data = DataFolder.lock(folder);
                Database database = Database.open(data)) {
            assertThat(database.movedAside()).contains(folder.resolve("botpit.mv.db.bad-1"));
            assertThat(database.sql().fetchCount(PLAYER)).isZero();
        }
        assertThat(folder.resolve("botpit.mv.db.bad-1")
                        .toFile()
                        .renameTo(folder.resolve("kept.mv.db").toFile()))
                .isTrue();
        try (Connection kept = connect("kept");
                Statement statement = kept.createStatement();
                ResultSet names = statement.executeQuery("select name from player")) {
            assertThat(names.next()).isTrue();
            assertThat(names.getString(1)).isEqualTo("ann");
        }
    }

    private void run(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(new H2File(folder, database).url(), "sa", "");
    }
}
