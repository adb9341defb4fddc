package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.simulation.arena.ServerProcess.Finished;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who was there, and how long, is in the journal of a game: it survives a kill, and report and replay tell it. */
final class PresenceTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double SHOWN_SECONDS = 1.1;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void whoLeavesIsAwayUntilHeIsBackAlsoAcrossAKill() throws Exception {
        String anns;
        String bobs;
        try (ServerProcess server = ServerProcess.start(data);
                Bot ann = Bot.register(server.port(), "ann")) {
            anns = ann.token();
            try (Bot bob = Bot.register(server.port(), "bob")) {
                bobs = bob.token();
            }
            Awaitility.await().atMost(PATIENCE).until(() -> state(server, "bob").equals("away"));
            server.kill();
        }

        try (ServerProcess server = ServerProcess.start(data);
                Bot ann = back(server, "ann", anns)) {
            assertThat(state(server, "bob")).isEqualTo("away");
            double since = now(ann);
            Awaitility.await().atMost(PATIENCE).until(() -> now(ann) - since > SHOWN_SECONDS);
            try (Bot bob = back(server, "bob", bobs)) {
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> state(server, "bob").equals("ok"));
                assertOk(bob.ask("ping"), "pong");
                end(server);
                assertTold(server);
            }
            assertThat(server.terminate()).isZero();
        }
        assertThat(ServerProcess.runHere("verify", data.toString()).exit()).isZero();
    }

    private void assertTold(ServerProcess server) throws Exception {
        Awaitility.await().atMost(PATIENCE).until(() -> ask(server, "g1/report").statusCode(), status -> status == 200);
        JsonNode report = JSON.readTree(ask(server, "g1/report").body());

        assertThat(uptime(report, "bob")).isStrictlyBetween(0.0, uptime(report, "ann"));
        assertThat(uptime(report, "ann")).isLessThanOrEqualTo(1);
        String replay = ask(server, "g1/replay").body();
        assertThat(statesOfBob(JSON.readTree(replay))).containsSubsequence("ok", "away", "ok");
        assertThat(replay).contains("bob lost its connection", "bob is connected");
    }

    private static List<String> statesOfBob(JsonNode replay) {
        return replay.get("frames")
                .valueStream()
                .flatMap(frame -> frame.path("standings").valueStream())
                .filter(row -> row.get("name").asString().equals("bob"))
                .map(row -> row.get("state").asString())
                .toList();
    }

    private static double uptime(JsonNode report, String bot) {
        return report.get("bots")
                .valueStream()
                .filter(row -> row.get("bot").asString().equals(bot))
                .mapToDouble(row -> row.get("figures").get("uptime").asDouble())
                .findFirst()
                .orElseThrow();
    }

    private static Bot back(ServerProcess server, String name, String token) throws Exception {
        Bot bot = Bot.connect(server.port());
        assertOk(bot.ask("auth", Map.of("username", name, "token", token)), "Authenticated");
        return bot;
    }

    private static double now(Bot bot) throws Exception {
        return Objects.requireNonNull(bot.ask("ping").at("/data/now")).asDouble();
    }

    private void end(ServerProcess server) {
        Finished end = ServerProcess.runHere(
                "admin", "end", "--data", data.toString(), "--url", "http://127.0.0.1:" + server.port() + "/");
        assertThat(end.exit()).as(end.err()).isZero();
    }

    private String state(ServerProcess server, String bot) throws Exception {
        return JSON.readTree(ask(server, "g1/bots/" + bot).body()).at("/state").asString();
    }

    private HttpResponse<String> ask(ServerProcess server, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/games/" + path);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
