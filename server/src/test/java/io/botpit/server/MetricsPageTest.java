package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botpit.server.cli.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of metrics in the documents is what a server shows. */
class MetricsPageTest {
    private static final Path PAGE = Path.of("../docs/operations.md");
    private static final Pattern METRIC = Pattern.compile("# HELP (\\S+) (.*)\n# TYPE (\\S+) (\\S+)\n");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void theTableOfMetricsIsWhatAServerShows() throws Exception {
        String shown;
        try (Program.Server server = start();
                HttpClient client = HttpClient.newHttpClient()) {
            shown = metrics(client, server);
        }

        List<String> written = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `botpit_"))
                .toList();

        assertThat(written)
                .isNotEmpty()
                .containsExactlyElementsOf(METRIC.matcher(shown)
                        .results()
                        .map(row -> "| `" + row.group(1) + "` | " + row.group(4) + " | " + row.group(2) + " |")
                        .sorted()
                        .toList());
    }

    @Test
    void whatIsCountedIsWhatHappened() throws Exception {
        try (Program.Server server = start();
                HttpClient client = HttpClient.newHttpClient()) {
            WebSocket bot = client.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + server.httpPort() + "/"), new WebSocket.Listener() {})
                    .join();
            say(bot, "register", "\"username\":\"ann\"");
            say(bot, "auth", "\"username\":\"ann\",\"token\":\"" + "0".repeat(64) + "\"");
            say(bot, "buy", "\"price\":\"999\",\"size\":\"1\"");
            say(bot, "buy", "\"price\":\"1001\",\"size\":\"1\"");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(metrics(client, server).lines())
                            .contains(
                                    "botpit_connections 1.0",
                                    "botpit_orders_accepted_total 1.0",
                                    "botpit_orders_rejected_total{reason=\"buy_not_below_mark\"} 1.0",
                                    "botpit_orders_rejected_total{reason=\"insufficient_funds\"} 0.0",
                                    "botpit_requests_denied_total{code=\"wrong_credentials\"} 1.0",
                                    "botpit_requests_denied_total{code=\"rate_limited\"} 0.0",
                                    "botpit_slow_consumers_cut_total 0.0")
                            .noneMatch("botpit_journal_append_seconds_count 0"::equals));
            bot.abort();
            client.shutdownNow();
        }
    }

    private Program.Server start() throws IOException {
        return OwnServer.start(folder, Map.of());
    }

    private static String metrics(HttpClient client, Program.Server server) throws Exception {
        URI metrics = URI.create("http://127.0.0.1:" + server.httpPort() + "/metrics");
        return client.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void say(WebSocket bot, String command, String params) {
        bot.sendText("{\"cmd\":\"" + command + "\",\"params\":{" + params + "}}", true)
                .join();
    }
}
