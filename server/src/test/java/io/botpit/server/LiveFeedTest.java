package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.cli.Program;
import io.botpit.server.config.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the server for somebody who looks on. */
class LiveFeedTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 20;
    private static final int BYTES_PER_SECOND_MAX = 30_000;
    private static final String SIXTEEN = "market-maker:4,noise:8,momentum:2,mean-reversion:2";

    @TempDir
    Path folder;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();

    private Program.Server start(String preset, String houseBots) throws IOException {
        return OwnServer.start(folder, Map.of(Setting.PRESET, preset, Setting.HOUSE_BOTS, houseBots));
    }

    private WebSocket watch(Program.Server server) {
        return connect(server.feedPort(), "/?view=spectator", frames);
    }

    private static WebSocket connect(int port, String path, Queue<String> heard) {
        StringBuilder part = new StringBuilder();
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + path), new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                        part.append(data);
                        if (last) {
                            heard.add(part.toString());
                            part.setLength(0);
                        }
                        from.request(1);
                        return null;
                    }
                })
                .join();
    }

    private static WebSocket play(Program.Server server, String request, BlockingQueue<String> answers) {
        WebSocket bot = connect(server.httpPort(), "/", answers);
        bot.sendText(request, true).join();
        return bot;
    }

    private static JsonNode now(Program.Server server) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.httpPort() + "/api/v1/now");
        return JSON.readTree(HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private JsonNode next() throws InterruptedException {
        String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(frame).as("a frame within %d s", PATIENCE_SECONDS).isNotNull();
        return JSON.readTree(String.valueOf(frame));
    }

    @Test
    void sixteenBotsAreLessThanThirtyKilobytesASecond() throws Exception {
        try (Program.Server server = start("classic", SIXTEEN)) {
            WebSocket page = watch(server);
            long start = next().get("t").asLong();
            int bots = 0;
            long bytes = 0;
            long now = start;
            while (now < start + 8_000) {
                JsonNode frame = next();
                now = frame.get("t").asLong();
                bots = Math.max(bots, frame.path("standings").size());
                // The bots come in during the first seconds.
                bytes += now < start + 3_000 ? 0 : frame.toString().getBytes(StandardCharsets.UTF_8).length;
            }
            JsonNode passing = now(server);
            page.abort();

            assertThat(passing.get("games").size()).isEqualTo(1);
            assertThat(passing.at("/games/0/players").asInt()).isEqualTo(16);
            assertThat(passing.at("/games/0/viewers").asInt()).isEqualTo(1);
            assertThat(passing.at("/games/0/interest").asDouble()).isBetween(0.0, 1.0);
            assertThat(passing.at("/games/0/leaders").size()).isEqualTo(3);
            assertThat(passing.at("/games/0/leaders/0/points").size()).isGreaterThan(3);
            assertThat(bots).isEqualTo(16);
            assertThat(bytes * 1_000 / (now - start - 3_000)).isLessThan(BYTES_PER_SECOND_MAX);
        }
    }

    /** The next frame with such a row, and its line of commentary. */
    private String lineWith(String state) throws InterruptedException {
        JsonNode frame = next();
        long start = frame.get("t").asLong();
        while (!frame.at("/standings/0/state").asString("").equals(state)) {
            assertThat(frame.get("t").asLong() - start)
                    .as("milliseconds without %s", state)
                    .isLessThan(PATIENCE_SECONDS * 1_000L);
            frame = next();
        }
        return frame.at("/log/0").toString();
    }

    @Test
    void whoLosesItsConnectionIsAwayUntilItIsBack() throws Exception {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        try (Program.Server server = start("classic", "")) {
            WebSocket bot = play(server, "{\"cmd\":\"register\",\"params\":{\"username\":\"ann\"}}", answers);
            String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String token = JSON.readTree(String.valueOf(answer)).at("/data").asString();
            WebSocket page = watch(server);
            lineWith("ok");

            bot.abort();
            assertThat(lineWith("away")).contains("ann lost its connection", "\"connection\"", "[\"ann\"]");

            WebSocket again = play(
                    server,
                    "{\"cmd\":\"auth\",\"params\":{\"username\":\"ann\",\"token\":\"" + token + "\"}}",
                    answers);
            assertThat(lineWith("ok")).contains("ann is connected", "\"connection\"", "[\"ann\"]");
            again.abort();
            page.abort();
        }
    }

    @Test
    void nothingOfSingleOrdersLeavesWhereOwnersHaveNoName() throws Exception {
        try (Program.Server server = start("open-market", SIXTEEN)) {
            WebSocket page = watch(server);
            JsonNode first = next();
            assertThat(first.at("/game/open").asBoolean()).isFalse();
            long now = first.get("t").asLong();
            int trades = 0;
            for (long end = now + 4_000; now < end; ) {
                JsonNode frame = next();
                now = frame.get("t").asLong();
                trades += frame.path("trades").size();
                for (JsonNode trade : frame.path("trades").values()) {
                    assertThat(trade.propertyNames()).containsExactly("seq", "t", "symbol", "price", "size", "side");
                }
                for (JsonNode row : frame.path("standings").values()) {
                    assertThat(row.get("wallet").isEmpty()).isTrue();
                }
                for (JsonNode line : frame.path("log").values()) {
                    assertThat(line.get("kind").asString()).isNotEqualTo("limits");
                    assertThat(line.get("kind").asString().equals("trade")
                                    && !line.get("bots").isEmpty())
                            .isFalse();
                }
                frame.path("books")
                        .values()
                        .forEach(book -> List.of("bids", "asks")
                                .forEach(side -> book.get(side)
                                        .values()
                                        .forEach(level ->
                                                assertThat(level.size()).isEqualTo(2))));
            }
            page.abort();

            assertThat(trades).isPositive();
        }
    }
}
