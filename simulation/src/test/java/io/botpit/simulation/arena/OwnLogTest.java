package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bot takes home what it was told in a ranked game, when it is over, and nobody else can. */
final class OwnLogTest {
    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whoeverHasTheTokenTakesTheLogOfARankedGameHome() throws Exception {
        try (http;
                ServerProcess server = ServerProcess.start(data, "--preset", "ranked");
                Bot ann = Bot.register(server.port(), "ann");
                Bot bob = Bot.register(server.port(), "bob")) {
            String order = ann.ask("buy", Map.of("price", "999", "size", "1"))
                    .get("data")
                    .get("id")
                    .asString();
            ann.ask("buy", Map.of("price", "0", "size", "1"));
            bob.ask("sell", Map.of("price", "999", "size", "0.4"));
            assertThat(log(server, "ann", ann.token()).statusCode()).isEqualTo(409);
            end(server);
            await().until(() -> log(server, "ann", ann.token()).statusCode(), status -> status == 200);

            HttpResponse<String> taken = log(server, "ann", ann.token());

            assertThat(taken.headers().firstValue("Content-Type")).contains("application/x-ndjson");
            assertThat(taken.headers().firstValue("Cache-Control")).contains("no-store");
            Map<String, List<JsonNode>> lines = taken.body()
                    .lines()
                    .map(JsonMapper.shared()::readTree)
                    .collect(Collectors.groupingBy(line -> line.get("type").asString()));
            assertThat(lines.get("refused"))
                    .singleElement()
                    .extracting(line -> line.get("code").asString())
                    .isEqualTo("price_too_low");
            assertThat(lines.get("fills")).singleElement().asString().contains(order, "0.4000000000");
            assertThat(lines.get("orders")).last().asString().contains(order, "cancelled", "game_end");
            assertThat(lines.get("wallet")).isNotEmpty();
            assertThat(log(server, "ann", bob.token()).statusCode()).isEqualTo(401);
            assertThat(log(server, "bob", bob.token()).body())
                    .contains("0.4000000000")
                    .doesNotContain("\"user\": \"ann\"");
        }
    }

    private void end(ServerProcess server) {
        assertThat(ServerProcess.runHere(
                                "admin",
                                "end",
                                "--game",
                                "g1",
                                "--data",
                                data.toString(),
                                "--url",
                                "http://127.0.0.1:" + server.port() + "/")
                        .exit())
                .isZero();
    }

    private HttpResponse<String> log(ServerProcess server, String name, String token)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + server.port() + "/api/v1/games/g1/bots/" + name + "/log"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }
}
