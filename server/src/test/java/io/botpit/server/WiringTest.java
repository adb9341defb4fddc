package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botpit.persistence.DataFolderInUse;
import io.botpit.server.cli.Program;
import io.botpit.server.config.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Program.Server start(Map<Setting, String> more) throws IOException {
        return OwnServer.start(folder, more);
    }

    private final class Socket implements WebSocket.Listener {
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final CompletableFuture<String> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;

        Socket(int port, String path) {
            socket = http.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + path), this)
                    .join();
        }

        String ask(String frame) throws InterruptedException {
            socket.sendText(frame, true).join();
            return next();
        }

        String next() throws InterruptedException {
            return String.valueOf(frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                frames.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code + " " + reason);
            return null;
        }
    }

    private String get(Program.Server server, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.httpPort() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String register(String name) {
        return "{\"cmd\":\"register\",\"params\":{\"username\":\"" + name + "\"}}";
    }

    private static String sellNow() {
        return "{\"cmd\":\"sell_market\",\"params\":{\"size\":\"0.1\"}}";
    }

    @Test
    void aClientPlaysASpectatorWatchesAndEverybodyHearsTheEnd() throws Exception {
        Program.Server server = start(Map.of());
        Socket ann = new Socket(server.httpPort(), "/");
        Socket page = new Socket(server.feedPort(), "/?view=spectator");
        Socket feed = new Socket(server.feedPort(), "/");

        assertThat(page.next()).startsWith("{\"type\":\"snapshot\"");
        assertThat(ann.ask(register("ann"))).contains("Registered");
        assertThat(ann.ask("{\"cmd\":\"buy\",\"params\":{\"price\":\"999.99\",\"size\":\"1.5\"}}"))
                .contains("Buy order placed.");
        assertThat(get(server, "/api/v1/games")).contains("\"g1\"").contains("running");
        // The picture of a game is renewed four times a second.
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(get(server, "/api/v1/games/g1/standings")).contains("ann"));
        assertThat(get(server, "/health/ready")).contains("\"up\"");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(feed.frames).anyMatch(frame -> frame.contains("\"type\": \"buy\"")));

        server.close();

        assertThat(ann.closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).startsWith("1001 ");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(feed.frames).anyMatch(frame -> frame.contains("\"type\": \"csv\"")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(page.frames).anyMatch(frame -> frame.contains("\"type\":\"final\"")));
    }

    @Test
    void watchersLeavePlacesToTraders() throws Exception {
        try (Program.Server server = start(Map.of(Setting.CONNECTIONS_MAX, "10"))) {
            List<Socket> watchers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                watchers.add(new Socket(server.feedPort(), "/?view=spectator"));
                watchers.add(new Socket(server.httpPort(), "/feed?view=spectator"));
            }
            for (Socket watcher : watchers) {
                assertThat(watcher.next()).startsWith("{\"type\":\"snapshot\"");
            }

            String crowd = "1013 too_many_watchers: watchers_max=8, 80 % of connections_max=10";
            assertThat(new Socket(server.feedPort(), "/?game=g1").closed.get(5, TimeUnit.SECONDS))
                    .isEqualTo(crowd);
            assertThat(new Socket(server.httpPort(), "/feed").closed.get(5, TimeUnit.SECONDS))
                    .isEqualTo(crowd);
            Socket ann = new Socket(server.httpPort(), "/");
            assertThat(ann.ask(register("ann"))).contains("Registered");
            assertThat(new Socket(server.httpPort(), "/").ask(register("bob"))).contains("Registered");
            assertThat(new Socket(server.httpPort(), "/").closed.get(5, TimeUnit.SECONDS))
                    .isEqualTo("1013 too_many_connections: connections_max=10");
            assertThat(get(server, "/health/live")).contains("up");
            assertThat(watchers).noneMatch(watcher -> watcher.closed.isDone());

            watchers.getFirst().socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(new Socket(server.httpPort(), "/").ask(register("eve")))
                            .contains("Registered"));
        }
    }

    @Test
    void aForgedAddressBuysNoMoreGuesses() throws Exception {
        try (Program.Server server = start(Map.of())) {
            List<Integer> answers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                answers.add(http.send(
                                HttpRequest.newBuilder(URI.create(
                                                "http://127.0.0.1:" + server.httpPort() + "/api/v1/admin/shutdown"))
                                        .headers(
                                                "Authorization",
                                                "Bearer guess" + i,
                                                "X-Forwarded-For",
                                                "203.0.113." + i)
                                        .POST(HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode());
            }

            assertThat(answers).containsExactly(401, 401, 401, 401, 401, 429);
        }
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefused() throws Exception {
        try (Program.Server first = start(Map.of())) {
            assertThatThrownBy(() -> start(Map.of())).isInstanceOf(DataFolderInUse.class);
            assertThat(get(first, "/health/live")).contains("up");
        }
    }

    @Test
    void theHousesBotsTradeAndCountAsHouse() throws Exception {
        try (Program.Server server = start(Map.of(Setting.HOUSE_BOTS, "market-maker:1,noise:2"))) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(get(server, "/api/v1/games/g1/trades")).contains("\"price\""));
            assertThat(get(server, "/api/v1/games/g1/standings"))
                    .contains("market-maker-1")
                    .contains("\"house\":true");
        }
    }

    @Test
    void theHousePlaysBesideAWhitelistOfUsers() throws Exception {
        Map<Setting, String> listed =
                Map.of(Setting.WHITELIST, "ann,bob", Setting.USER_LIMIT, "2", Setting.HOUSE_BOTS, "market-maker:1");
        try (Program.Server server = start(listed)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(get(server, "/api/v1/games/g1/standings"))
                            .contains("market-maker-1"));
            Socket ann = new Socket(server.httpPort(), "/");
            assertThat(ann.ask(register("ann"))).contains("Registered");
            assertThat(get(server, "/api/v1/games")).contains("lobby");
            assertThat(new Socket(server.httpPort(), "/").ask(register("eve"))).contains("not_whitelisted");

            assertThat(new Socket(server.httpPort(), "/").ask(register("bob"))).contains("Registered");

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(get(server, "/api/v1/games")).contains("running"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ann.ask(sellNow())).contains("\"status\": true"));
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(get(server, "/api/v1/games/g1/trades")).contains("\"side\":\"sell\""));
        }
    }

    @Test
    void theTokenStillOpensTheAccountAfterARestart() throws Exception {
        String token;
        try (Program.Server server = start(Map.of())) {
            String answer = new Socket(server.httpPort(), "/").ask(register("ann"));
            token = answer.replaceAll(".*([0-9a-f]{64}).*", "$1");
        }

        try (Program.Server server = start(Map.of())) {
            Socket ann = new Socket(server.httpPort(), "/");
            assertThat(ann.ask("{\"cmd\":\"auth\",\"params\":{\"username\":\"ann\",\"token\":\"" + token + "\"}}"))
                    .contains("Authenticated");
            assertThat(get(server, "/api/v1/games")).contains("\"g2\"").contains("\"g1\"");
        }
    }
}
