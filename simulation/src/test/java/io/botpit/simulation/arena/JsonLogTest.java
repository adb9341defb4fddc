package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of a server as a program reads it. */
final class JsonLogTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String FORGERY = "one\\ntwo\", {\"level\": \"ERROR\"}\u2028\u2029\"";

    /** Nothing on how full this machine's disk is: that would be a line of another level. */
    private static final String[] OPTIONS = {
        "--log-format", "json", "--house-bots", "noise:1", "--disk-warn-mb", "0", "--disk-stop-mb", "0"
    };

    @TempDir
    Path data;

    @Test
    void everyLineIsOneObjectWhateverTitlesSay() throws Exception {
        String token;
        String secret;
        String log;
        try (ServerProcess server = ServerProcess.start(data, OPTIONS);
                Bot ann = Bot.register(server.port(), "ann")) {
            token = ann.token();
            secret = Files.readString(data.resolve("admin-secret")).strip();
            open(server.port(), secret);
            assertThat(server.terminate()).isZero();
            log = server.log();
        }

        List<JsonNode> lines = log.lines().map(JSON::readTree).toList();

        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(line.get("timestamp").asLong()).isGreaterThan(1_700_000_000_000L);
            assertThat(line.get("level").asString()).isEqualTo("INFO");
            assertThat(line.get("threadName").asString()).isNotEmpty();
            assertThat(line.get("loggerName").asString()).startsWith("io.botpit.server");
        });
        assertThat(lines)
                .anySatisfy(line -> {
                    assertThat(line.get("formattedMessage").asString()).endsWith("opened: " + FORGERY);
                    assertThat(line.path("kvpList").path(0).path("game").asString(""))
                            .isEqualTo("g2");
                })
                .anySatisfy(line -> assertThat(
                                line.path("kvpList").path(0).path("player").asString(""))
                        .startsWith("noise"))
                .anySatisfy(line -> assertThat(line.get("formattedMessage").asString())
                        .endsWith(data.resolve("admin-secret").toString()));
        assertThat(log).doesNotContain(token).doesNotContain(secret);
    }

    @Test
    void aFaultKeepsItsStackInItsLine() throws Exception {
        String log;
        try (ServerProcess server = ServerProcess.start(data, "--log-format", "json")) {
            // A folder where the file of the next game should be: its journal cannot be made.
            Files.createDirectory(data.resolve("journal").resolve("g2.journal"));
            open(server.port(), Files.readString(data.resolve("admin-secret")).strip());
            server.terminate();
            log = server.log();
        }

        assertThat(log.lines().map(JSON::readTree))
                .filteredOn(line -> line.get("level").asString().equals("ERROR"))
                .isNotEmpty()
                .first()
                .satisfies(line -> {
                    assertThat(line.get("throwable").get("className").asString())
                            .isNotEmpty();
                    assertThat(line.get("throwable").get("stepArray").size()).isPositive();
                });
    }

    private static void open(int port, String secret) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/admin/games"))
                            .header("Authorization", "Bearer " + secret)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    JSON.writeValueAsString(Map.of("title", FORGERY))))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
