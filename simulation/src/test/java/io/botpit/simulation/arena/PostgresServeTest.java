package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.simulation.arena.ServerProcess.Finished;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server whose tables are on a real PostgreSQL; run with {@code -Ppg}. */
@Tag("postgres")
final class PostgresServeTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path data;

    @Test
    void verifyComparesTheTablesOfAServerAndFindsARowThatWasEdited() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                .start()) {
            String url =
                    "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres&password=postgres";
            trade(url, "ann", "bob");
            trade(url, "cat", "dan");

            Finished green = ServerProcess.runHere("verify", "--db", url, data.toString());
            assertThat(green.exit()).as(green.out() + green.err()).isZero();
            assertThat(green.out()).contains("lobby: ok", "g1: ok", "g2: ok", "tables: ok, compared row for row");
            assertThat(ServerProcess.runHere("verify", data.toString()).out()).contains("tables: not compared: ");

            edit(postgres, "update wallet set free = 17 where game_id = 'g1' and player_id = 1 and asset = 'USD'");
            Finished red = ServerProcess.runHere("verify", "--json", "--db", url, data.toString());
            assertThat(red.exit()).isEqualTo(1);
            JsonNode tables = JSON.readTree(red.out().lines().toList().getLast());
            assertThat(tables.get("ok").asBoolean()).isFalse();
            assertThat(tables.get("differences").size()).isEqualTo(1);
            JsonNode row = tables.get("differences").get(0);
            assertThat(row.get("table").asString()).isEqualTo("wallet");
            assertThat(row.get("key").asString()).isEqualTo("game_id=g1 player_id=1 asset=USD");
            assertThat(row.get("column").asString()).isEqualTo("free");
            assertThat(row.get("expected").asLong()).isGreaterThan(17);
            assertThat(row.get("found").asString()).isEqualTo("17");
            assertThat(red.out() + red.err()).doesNotContain("password");
        }
    }

    /** One run of a server with one trade in its game. */
    private void trade(String url, String seller, String buyer) throws Exception {
        try (ServerProcess server = ServerProcess.start(data, "--db", url);
                Bot ann = Bot.register(server.port(), seller);
                Bot bob = Bot.register(server.port(), buyer)) {
            assertOk(ann.ask("sell", Map.of("price", 1_200, "size", "0.1")), "Sell order placed.");
            assertThat(bob.ask("buy_market", Map.of("amount", "25.00"))
                            .get("status")
                            .asBoolean())
                    .isTrue();
            assertThat(server.terminate()).isZero();
        }
    }

    private static void edit(EmbeddedPostgres postgres, String sql) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
