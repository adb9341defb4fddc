package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.simulation.arena.ServerProcess.Finished;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rated game from the first login to the ratings, and these computed anew. */
final class RatingsOfGamesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String POOL = "free-for-all-fair";

    @TempDir
    Path folder;

    @Test
    void aRatedGameMovesRatingsThatAnybodyCanComputeAgain() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess server = ServerProcess.start(
                        data, "--preset", "ranked", "--time-limit", "6", "--whitelist", "ann,bob,cat");
                HttpClient http = HttpClient.newHttpClient();
                Bot ann = join(server, "ann");
                Bot bob = join(server, "bob");
                Bot cat = join(server, "cat")) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> ann.ask("sell", Map.of("price", "950", "size", "1"))
                            .get("status")
                            .asBoolean());
            assertThat(bob.ask("buy", Map.of("price", "950", "size", "1"))
                            .get("status")
                            .asBoolean())
                    .isTrue();
            assertThat(cat.ask("ping").get("status").asBoolean()).isTrue();

            String list = "/api/v1/leaderboard?pool=" + POOL;
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> get(http, server, list).get("rows").size() == 3);
            JsonNode rows = get(http, server, list).get("rows");
            assertThat(rows.get(0).get("name").asString()).isEqualTo("bob");
            assertThat(rows.get(2).get("name").asString()).isEqualTo("ann");
            JsonNode best = rows.get(0).get("rating");
            assertThat(best.get("value").asDouble()).isGreaterThan(1_600);
            assertThat(best.get("provisional").asBoolean()).isTrue();
            assertThat(best.get("separable").asBoolean()).isFalse();
            assertThat(best.get("change").isNull()).isTrue();

            JsonNode bot = get(http, server, "/api/v1/bots/bob");
            assertThat(bot.get("ratings").get(0).get("pool").asString()).isEqualTo(POOL);
            assertThat(bot.get("versions").get(0).get("version").asString()).isEqualTo("bob 1.0");
            assertForetold(get(http, server, "/api/v1/games/g1/report").get("surprises"));
            JsonNode history = get(http, server, "/api/v1/bots/bob/ratings?pool=" + POOL);
            assertThat(history.get("points").get(0).get("game").asString()).isEqualTo("g1");
            assertThat(server.terminate()).isZero();
        }
        assertComputedAnew(data);
    }

    /** Of three newcomers anybody may win: the middle is foretold. */
    private static void assertForetold(JsonNode surprises) {
        assertThat(surprises.findValuesAsString("bot")).startsWith("bob").hasSize(3);
        assertThat(surprises.get(0).get("expected").asDouble()).isEqualTo(2);
        assertThat(surprises.get(0).get("deviations").asDouble()).isPositive();
    }

    private void assertComputedAnew(Path data) throws IOException {
        Path text = folder.resolve("ratings.txt");
        Finished recompute = ServerProcess.runHere("recompute", "--json", "--out", text.toString(), data.toString());

        assertThat(recompute.exit()).as(recompute.out() + recompute.err()).isZero();
        JsonNode outcome = JSON.readTree(recompute.out().lines().findFirst().orElseThrow());
        assertThat(outcome.get("ok").asBoolean()).isTrue();
        assertThat(Files.readAllLines(text))
                .hasSize(outcome.get("lines").asInt())
                .filteredOn(line -> line.startsWith("change 1 g1 "))
                .hasSize(3);
        assertThat(ServerProcess.runHere("verify", data.toString()).exit()).isZero();
    }

    private static Bot join(ServerProcess server, String name) throws Exception {
        Bot bot = Bot.connect(server.port());
        JsonNode reply = bot.ask("register", Map.of("username", name, "bot_version", name + " 1.0"));
        assertThat(reply.get("status").asBoolean()).as(reply.toString()).isTrue();
        return bot;
    }

    private static JsonNode get(HttpClient http, ServerProcess server, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
