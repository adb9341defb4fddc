package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tournament of tables on a real server, with fewer entrants than a table has seats. */
class LeftOverSeatsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path data;

    private String tournament(ServerProcess server, String... words) {
        List<String> line = new ArrayList<>(List.of("tournament"));
        line.addAll(List.of(words));
        line.addAll(List.of("--url", "http://127.0.0.1:" + server.port(), "--data", data.toString()));
        return ServerProcess.runHere(line.toArray(String[]::new)).out();
    }

    private static List<String> names(JsonNode rows) {
        return rows.valueStream().map(row -> row.path("name").asString()).toList();
    }

    @Test
    void aHouseBotPlaysThereAndTakesNoPlace() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            String[] plan = {"create", "tables", "--size", "4", "--rounds", "1", "--fill", "noise"};
            List<String> line = new ArrayList<>(List.of(plan));
            line.addAll(List.of("--dry-run", "3", "--seconds", "2"));
            assertThat(tournament(server, line.toArray(String[]::new))).isEqualToIgnoringNewLines("t1");
            await().atMost(PATIENCE)
                    .until(() -> !tournament(server, "start", "t1").isEmpty());
            await().atMost(PATIENCE)
                    .until(() -> tournament(server, "show", "t1", "--json").contains("\"phase\":\"finished\""));

            JsonNode shown = JSON.readTree(tournament(server, "show", "t1", "--json"));
            String game = shown.at("/schedule/0/bouts/0/game").asString();
            URI played = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/games/" + game + "/standings");
            try (InputStream in = played.toURL().openStream()) {
                assertThat(names(JSON.readTree(in).path("standings")))
                        .containsExactlyInAnyOrder("dummy-1", "dummy-2", "dummy-3", "noise-1");
            }
            assertThat(shown.at("/bouts/fill").asString()).isEqualTo("noise");
            assertThat(names(shown.path("standings"))).containsExactlyInAnyOrder("dummy-1", "dummy-2", "dummy-3");
        }
    }
}
