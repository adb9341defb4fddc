package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botpit.simulation.arena.ServerProcess.Finished;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server with two tournaments, one of sockets and a dry run of house bots, killed in the middle of both. */
class TournamentKillTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path data;

    private Finished tournament(ServerProcess server, String... words) {
        List<String> line = new ArrayList<>(List.of("tournament"));
        line.addAll(List.of(words));
        line.addAll(List.of("--url", "http://127.0.0.1:" + server.port(), "--data", data.toString()));
        return ServerProcess.runHere(line.toArray(String[]::new));
    }

    private JsonNode shown(ServerProcess server, String id) {
        return JSON.readTree(tournament(server, "show", id, "--json").out());
    }

    /** How many bouts are in a phase. */
    private long bouts(ServerProcess server, String id, String phase) {
        return shown(server, id).path("schedule").findValues("phase").stream()
                .filter(each -> each.asString().equals(phase))
                .count();
    }

    private static Bot login(int port, String name, String token) throws IOException, InterruptedException {
        Bot bot = Bot.connect(port);
        JsonNode reply = bot.ask("auth", Map.of("username", name, "token", token));
        assertThat(reply.path("status").asBoolean()).isTrue();
        return bot;
    }

    @Test
    void aTournamentGoesOnAfterItsServerWasKilled() throws Exception {
        String ann;
        String bob;
        String before;
        try (ServerProcess server = ServerProcess.start(data);
                Bot one = Bot.register(server.port(), "ann");
                Bot two = Bot.register(server.port(), "bob")) {
            ann = one.token();
            bob = two.token();
            begin(server);
            before = firstGame(server);
            server.kill();
        }

        try (ServerProcess server = ServerProcess.start(data);
                Bot one = login(server.port(), "ann", ann);
                Bot two = login(server.port(), "bob", bob)) {
            JsonNode seat = one.ask("hello").path("data").path("game");
            // On a busy machine the short game may be over by then, and the second one be on.
            assertThat(seat.path("title").asString()).startsWith("double_round_robin");
            awaitEnd(server, "t1");
            awaitEnd(server, "t2");

            assertThat(two.ask("hello").toString()).contains("\"g1\"");
            assertThat(firstGame(server)).isEqualTo(before);
            assertThat(shown(server, "t1").path("standings")).hasSize(2);
            assertThat(shown(server, "t2").path("standings").findValuesAsString("played"))
                    .containsOnly("2");
            assertThat(tournament(server, "export", "t2").out()).contains("\"factsSha256\":\"");
            server.terminate();
        }
        Finished verified = ServerProcess.runHere("verify", data.toString());
        assertThat(verified.exit()).as(verified.err() + verified.out()).isZero();
        Finished again = ServerProcess.runHere("recompute", data.toString());
        assertThat(again.exit()).as(again.err() + again.out()).isZero();
        assertThat(again.out()).contains("standings: ok, equal byte for byte");
    }

    /** Until both tournaments are under way. */
    private void begin(ServerProcess server) {
        String[] duel = {"create", "double-round-robin", "--allow", "ann,bob", "--seconds", "3"};
        assertThat(tournament(server, duel).out().strip()).isEqualTo("t1");
        tournament(server, "create", "knockout-tables", "--table-bouts", "2", "--dry-run", "8", "--seconds", "1");
        assertThat(tournament(server, "start", "t1").err()).isEmpty();
        await().atMost(PATIENCE).until(() -> tournament(server, "start", "t2").exit() == 0);
        await().atMost(PATIENCE).until(() -> bouts(server, "t1", "running") > 1 && bouts(server, "t2", "over") > 1);
    }

    private String firstGame(ServerProcess server) {
        return shown(server, "t1")
                .path("schedule")
                .path(0)
                .path("bouts")
                .path(0)
                .path("game")
                .asString();
    }

    private void awaitEnd(ServerProcess server, String id) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode tournament = shown(server, id);
            assertThat(tournament.path("phase").asString())
                    .as(tournament.toString())
                    .isEqualTo("finished");
        });
    }
}
