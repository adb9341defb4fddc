package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static io.botpit.simulation.arena.CxgameCommandsTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A game from the lobby to the table, seen from outside. */
final class GameCourseTest {
    private static final String PAUSED = "Server is paused. Wait for admin \"start\" command.";

    @TempDir
    Path data;

    @Test
    void aWhitelistedGameStartsWithTheThirdPlayerAndEndsByItself() throws Exception {
        try (ServerProcess server = ServerProcess.start(data, "--whitelist", "ann,bob,cat", "--time-limit", "5");
                Bot feed = Bot.connect(server.feedPort());
                Bot ann = Bot.register(server.port(), "ann");
                Bot bob = Bot.register(server.port(), "bob")) {
            JsonNode waiting = ann.ask("buy", Map.of("price", "900", "size", "1"));
            assertThat(waiting.get("code").asString()).isEqualTo("game_waiting");
            assertThat(waiting.get("message").asString()).contains("cat").doesNotContain("bob");
            try (Bot stranger = Bot.connect(server.port())) {
                assertRefused(stranger.ask("register", Map.of("username", "dan")), "User not in whitelist.");
            }

            try (Bot cat = Bot.register(server.port(), "cat")) {
                assertOk(ann.ask("buy", Map.of("price", "900", "size", "1")), "Buy order placed.");
                assertOk(bob.ask("sell", Map.of("price", "1100", "size", "1")), "Sell order placed.");

                JsonNode csv = feed.next("csv");
                JsonNode game = game(server);
                long lasted =
                        game.get("endsAt").asLong() - game.get("startedAt").asLong();
                // A busy server is late by the server's own clock as well, and never early.
                assertThat(lasted).as(game.toString()).isBetween(5_000L, 15_000L);
                assertThat(csv.get("data").asString().lines())
                        .hasSize(4)
                        .startsWith("\"user\",\"crypto\",\"usd\",\"holdings\"")
                        .contains("\"ann\",\"10.0000000000\",\"10000.00\",\"20000.00\"");
                assertThat(cat.ask("buy", Map.of("price", "900", "size", "1"))
                                .get("code")
                                .asString())
                        .isEqualTo("game_not_running");
                assertThat(ann.ask("orders").get("data").get("maker").size()).isZero();
            }
        }
    }

    /** As the server tells its times. */
    private static JsonNode game(ServerProcess server) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/games/g1");
        try (InputStream body = uri.toURL().openStream()) {
            return JsonMapper.shared().readTree(body);
        }
    }

    @Test
    void theUserLimitIsExactlyN() throws Exception {
        try (ServerProcess server = ServerProcess.start(data, "--user-limit", "2");
                Bot ann = Bot.register(server.port(), "ann");
                Bot bob = Bot.register(server.port(), "bob");
                Bot cat = Bot.connect(server.port())) {
            assertRefused(cat.ask("register", Map.of("username", "cat")), "User limit reached (2)");
            assertOk(ann.ask("price"), "Market price.");
            assertOk(bob.ask("price"), "Market price.");
        }
    }

    @Test
    void onlyTheRightSecretPausesStartsAndShutsDown() throws Exception {
        try (ServerProcess server = ServerProcess.start(data);
                Bot feed = Bot.connect(server.feedPort());
                Bot bot = Bot.register(server.port(), "ann")) {
            String secret = Files.readString(data.resolve("admin-secret")).strip();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("admin-secret"))))
                    .isEqualTo("rw-------");
            assertThat(server.log()).doesNotContain(secret);
            assertRefused(bot.ask("pause", Map.of("secret", "wrong")), "Invalid admin secret.");

            assertOk(bot.ask("pause", Map.of("secret", secret)), "Command accepted. Server is paused.");
            assertThat(feed.next("pause").get("message").asString()).isEqualTo("Server is paused.");
            for (String command : List.of("price", "wallets", "orders", "pause", "shutdown", "audit")) {
                assertRefused(bot.ask(command, Map.of("secret", secret)), PAUSED);
            }
            assertRefused(bot.ask("buy", Map.of("price", "1", "size", "1")), PAUSED);
            assertRefused(bot.ask("nonsense"), "Invalid message");

            assertOk(bot.ask("start", Map.of("secret", secret)), "Command accepted. Open for business.");
            assertThat(feed.next("start").get("message").asString()).isEqualTo("Open for business.");
            assertOk(bot.ask("start", Map.of("secret", secret)), "Command accepted. Open for business.");
            assertOk(bot.ask("buy", Map.of("price", "1", "size", "1")), "Buy order placed.");

            assertOk(bot.ask("shutdown", Map.of("secret", secret)), "Command accepted. Shutting down.");
            assertThat(feed.next("shutdown").get("message").asString()).isEqualTo("Shutdown command.");
            assertThat(feed.next("csv").get("data").asString()).contains("\"ann\",\"10.0000000000\",\"10000.00\"");
            assertThat(bot.awaitClose()).isEqualTo(1001);
            assertThat(server.awaitExit()).isZero();
        }
    }

    @Test
    void aServerStartedPausedWaitsForTheReferee() throws Exception {
        try (ServerProcess server = ServerProcess.start(data, "--paused");
                Bot bot = Bot.register(server.port(), "ann")) {
            assertRefused(bot.ask("price"), PAUSED);
            String secret = Files.readString(data.resolve("admin-secret")).strip();
            assertOk(bot.ask("start", Map.of("secret", secret)), "Command accepted. Open for business.");
            assertOk(bot.ask("price"), "Market price.");
        }
    }

    @Test
    void aPoliteKillSettlesTheGameAndExitsWithZero() throws Exception {
        try (ServerProcess server = ServerProcess.start(data);
                Bot feed = Bot.connect(server.feedPort());
                Bot bot = Bot.register(server.port(), "ann")) {
            assertOk(bot.ask("buy", Map.of("price", "1", "size", "1")), "Buy order placed.");

            assertThat(server.terminate()).isZero();

            assertThat(feed.next("csv").get("data").asString()).contains("\"ann\",\"10.0000000000\",\"10000.00\"");
            assertThat(bot.awaitClose()).isEqualTo(1001);
        }
    }
}
