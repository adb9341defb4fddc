package io.botpit.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/** On a real PostgreSQL, started for this class; run with {@code -Ppg}. */
@Tag("postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresProjectionTest extends RatingContract {
    private @Nullable EmbeddedPostgres server;

    @BeforeAll
    void startTheServer() throws IOException {
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                .start();
    }

    @AfterAll
    void stopTheServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Database open() {
        EmbeddedPostgres running = server;
        if (running == null) {
            throw new IllegalStateException("the server has not been started");
        }
        empty(running);
        return Database.open(new DatabaseServer(running.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
    }

    private static void empty(EmbeddedPostgres server) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
