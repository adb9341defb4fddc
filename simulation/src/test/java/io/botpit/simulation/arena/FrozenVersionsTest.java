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

/** A final on a real server in which bots stay the versions they were, also after the server was killed. */
class FrozenVersionsTest {
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

    private JsonNode shown(ServerProcess server) {
        return JSON.readTree(tournament(server, "show", "t1", "--json").out());
    }

    private static String register(Bot bot, String name, String version) throws IOException, InterruptedException {
        JsonNode reply = bot.ask("register", Map.of("username", name, "bot_version", version));
        return reply.path("data").asString();
    }

    private static JsonNode auth(Bot bot, String token, String... version) throws IOException, InterruptedException {
        return version.length == 0
                ? bot.ask("auth", Map.of("username", "bob", "token", token))
                : bot.ask("auth", Map.of("username", "bob", "token", token, "bot_version", version[0]));
    }

    @Test
    void whoComesAsAnotherVersionIsToldSoAndIsNotThere() throws Exception {
        String bob;
        try (ServerProcess server = ServerProcess.start(data);
                Bot one = Bot.connect(server.port());
                Bot two = Bot.connect(server.port())) {
            register(one, "ann", "ann-1");
            bob = register(two, "bob", "1.0");
            tournament(server, "create", "double-round-robin", "--frozen-versions", "--seconds", "600");
            assertThat(tournament(server, "start", "t1").err()).isEmpty();
            assertThat(shown(server).path("entry").path("late").asBoolean()).isFalse();
            server.kill();
        }

        try (ServerProcess server = ServerProcess.start(data);
                Bot bot = Bot.connect(server.port())) {
            JsonNode refused = auth(bot, bob, "2.0");
            assertThat(refused.path("code").asString()).isEqualTo("version_frozen");
            assertThat(refused.path("message").asString())
                    .isEqualTo("Another version: tournament t1 keeps the versions that its bots had at its start;"
                            + " log in again with bot_version 1.0.");
            assertThat(bot.ask("cancel_all").path("code").asString()).isEqualTo("not_logged_in");
            assertThat(auth(bot, bob, "1.0").path("status").asBoolean()).isTrue();
            assertThat(bot.ask("hello").path("data").path("game").path("title").asString())
                    .startsWith("double_round_robin");
            assertThat(shown(server).path("field").findValuesAsString("version"))
                    .containsExactlyInAnyOrder("ann-1", "1.0");

            tournament(server, "withdraw", "t1", "bob");
            await().atMost(PATIENCE)
                    .until(() -> auth(bot, bob, "2.0").path("status").asBoolean());
            server.terminate();
        }
        assertThat(ServerProcess.runHere("verify", data.toString()).exit()).isZero();
        assertThat(ServerProcess.runHere("recompute", data.toString()).out())
                .contains("standings: ok, equal byte for byte");
    }
}
