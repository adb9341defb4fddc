package io.botpit.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.server.config.ServerConfig;
import io.botpit.server.config.Setting;
import io.botpit.server.link.Frames;
import io.botpit.server.link.Link;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SocketTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private Pit pit;

    @BeforeAll
    void open() {
        pit = Pit.open();
    }

    @AfterAll
    void close() {
        pit.close();
        client.shutdownNow();
    }

    /** A socket of the arena. */
    private static RawSocket connected(int port) throws IOException {
        RawSocket socket = new RawSocket(port);
        assertThat(socket.upgrade("/", "")).startsWith("HTTP/1.1 101 ");
        return socket;
    }

    private static void assertIsAnswered(RawSocket socket) throws IOException {
        socket.sendFrame(1, "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(socket.reaction()).isEqualTo("ok-reply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/any/path?x=1", "/live/g1", "/docs"})
    void theArenaIsBehindEveryPath(String path) throws Exception {
        try (RawSocket socket = new RawSocket(pit.http.httpPort())) {
            assertThat(socket.upgrade(path, "Origin: http://127.0.0.1:" + pit.http.httpPort() + "\r\n"))
                    .startsWith("HTTP/1.1 101 ")
                    .doesNotContain("Set-Cookie");
            assertIsAnswered(socket);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/games", "/health/live", "/metrics"})
    void whatTheContractNamesIsNoSocket(String path) throws Exception {
        try (RawSocket socket = new RawSocket(pit.http.httpPort())) {
            assertThat(socket.upgrade(path, "")).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void theFeedIsOnBothPorts() throws Exception {
        pit.feeds.clear();
        try (RawSocket main = new RawSocket(pit.http.httpPort());
                RawSocket feed = new RawSocket(pit.http.feedPort())) {
            assertThat(main.upgrade("/feed?game=g1&view=spectator", "")).startsWith("HTTP/1.1 101 ");
            assertThat(feed.upgrade("/anything", "")).startsWith("HTTP/1.1 101 ");
            Awaitility.await().until(() -> pit.feeds.size() == 2);
        }
        assertThat(pit.feeds).containsExactlyInAnyOrder("g1 true", "null false");
    }

    @Test
    void framesHaveALimit() throws Exception {
        try (RawSocket socket = connected(pit.http.httpPort())) {
            socket.sendFrame(1, new byte[Plumbing.TEXT_BYTES_MAX]);
            assertThat(socket.reaction()).isEqualTo("ok-reply");
            socket.sendFrame(1, new byte[Plumbing.TEXT_BYTES_MAX + 1]);
            assertThat(socket.reaction()).isEqualTo("close-1009");
        }
    }

    @Test
    void aConnectionThatClosesIsForgotten() throws Exception {
        int before = pit.links.size();
        try (RawSocket _ = connected(pit.http.httpPort())) {
            Awaitility.await().until(() -> pit.links.size() == before + 1);
        }
        Awaitility.await().until(() -> pit.links.size() == before);
    }

    @Test
    void framesThatLeaveTogetherArriveEachByItself() throws Exception {
        List<String> together =
                List.of("a", "", "b".repeat(125), "c".repeat(300), "gr\u00fc\u00df", "d".repeat(60_000), "e");
        List<String> withALongOne = List.of("f", "g".repeat(100_000), "h");
        List<String> heard = new CopyOnWriteArrayList<>();
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + pit.http.httpPort()), new WebSocket.Listener() {
                    private final StringBuilder text = new StringBuilder();

                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
                        text.append(part);
                        if (last) {
                            heard.add(text.toString());
                            text.setLength(0);
                        }
                        from.request(1);
                        return CompletableFuture.completedStage(null);
                    }
                })
                .get(5, TimeUnit.SECONDS);
        Awaitility.await().until(() -> !pit.links.isEmpty());
        Link link = pit.links.getLast();

        for (List<String> frames : List.of(together, withALongOne)) {
            CompletableFuture<Optional<Throwable>> done = new CompletableFuture<>();
            link.sendAll(new Frames(frames), failure -> done.complete(Optional.ofNullable(failure)));
            assertThat(done.get(5, TimeUnit.SECONDS)).isEmpty();
        }

        List<String> all =
                Stream.of(together, withALongOne).flatMap(List::stream).toList();
        Awaitility.await().until(() -> heard.size() == all.size());
        assertThat(heard).isEqualTo(all);
        socket.abort();
    }

    @Test
    void aLibraryClientTalksToIt() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + pit.http.httpPort()), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        answer.complete(text.toString());
                        return CompletableFuture.completedStage(null);
                    }
                })
                .get(5, TimeUnit.SECONDS);
        socket.sendText("{}", true).get(5, TimeUnit.SECONDS);

        assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("{\"status\":true}");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(5, TimeUnit.SECONDS);
    }

    @Test
    void aPingTellsHowFarAwayAPeerIs() throws Exception {
        Liveness.Pace pace = new Liveness.Pace(Duration.ofMillis(100), Duration.ofSeconds(8));
        try (Pit quick = Pit.open(Map.of(), pace)) {
            long start = System.nanoTime();
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + quick.http.httpPort()), new WebSocket.Listener() {})
                    .get(5, TimeUnit.SECONDS);

            Awaitility.await().until(() -> quick.roundTrips.size() > 1);
            assertThat(quick.roundTrips)
                    .allSatisfy(micros ->
                            assertThat(micros).isBetween(1L, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start)));
            socket.abort();
        }
    }

    @Test
    void aPongThatAnswersNoPingTellsNothing() throws Exception {
        try (Pit quiet = Pit.open(Map.of(), new Liveness.Pace(Duration.ofHours(1), Duration.ofHours(3)));
                RawSocket socket = connected(quiet.http.httpPort())) {
            for (int bytes : new int[] {0, Long.BYTES, Long.BYTES + 1}) {
                socket.sendFrame(10, new byte[bytes]);
            }
            assertIsAnswered(socket);
            assertThat(quiet.roundTrips).isEmpty();
        }
    }

    /** From the first word on, or in the middle of one: half of a frame's header. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\u0081"})
    void aSilentPeerIsCut(String before) throws IOException {
        Liveness.Pace pace = new Liveness.Pace(Duration.ofMillis(100), Duration.ofMillis(400));
        try (Pit quick = Pit.open(Map.of(), pace);
                RawSocket mute = connected(quick.http.httpPort())) {
            mute.send(before.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(mute.reaction()).isEqualTo("drop");
        }
    }

    @Test
    void aRequestThatTricklesInIsCut() throws IOException {
        try (RawSocket slow = new RawSocket(pit.http.httpPort())) {
            slow.send("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));

            assertThat(slow.head()).isEmpty();
        }
    }

    @Test
    void pagesThatHoldOnKeepNoTraderOut() throws IOException {
        List<RawSocket> pages = new ArrayList<>();
        try (Pit small = Pit.open(Map.of(Setting.CONNECTIONS_MAX, "10"));
                RawSocket seated = connected(small.http.httpPort())) {
            RawSocket oldest = new RawSocket(small.http.httpPort());
            pages.add(oldest);
            oldest.send("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(oldest.head()).startsWith("HTTP/1.1 200 ");
            for (int i = 0; i < Plumbing.PLAIN_CONNECTIONS_MAX; i++) {
                pages.add(new RawSocket(small.http.httpPort()));
            }

            // Its body and then the end; a connection that stays open would time out here.
            assertThat(oldest.head()).contains("up").doesNotContain("HTTP/1.1");
            try (RawSocket trader = connected(small.http.httpPort())) {
                assertIsAnswered(trader);
            }
            assertIsAnswered(seated);
        } finally {
            for (RawSocket page : pages) {
                page.close();
            }
        }
    }

    @Test
    void requestsThatStallKeepNoTraderOut() throws IOException {
        List<RawSocket> stalled = new ArrayList<>();
        try (Pit busy = Pit.open()) {
            int port = busy.http.httpPort();
            for (int i = 0; i < FrontDoor.REQUESTS_MAX; i++) {
                stalled.add(stall(port));
            }
            Awaitility.await().until(() -> {
                boolean full = page(port, "/api/v1/games").startsWith("HTTP/1.1 503 ");
                if (!full) {
                    // The page may have had the place of one of them, which was refused then.
                    stalled.add(stall(port));
                }
                return full;
            });
            assertThat(page(port, "/health/live")).startsWith("HTTP/1.1 200 ");

            try (RawSocket trader = connected(port)) {
                assertIsAnswered(trader);
            }

            for (RawSocket one : stalled) {
                one.close();
            }
            Awaitility.await().until(() -> page(port, "/api/v1/games").startsWith("HTTP/1.1 200 "));
        }
    }

    private static RawSocket stall(int port) throws IOException {
        RawSocket request = new RawSocket(port);
        request.send(("POST /api/v1/admin/announce HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Pit.SECRET
                        + "\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return request;
    }

    private static String page(int port, String path) throws IOException {
        try (RawSocket page = new RawSocket(port)) {
            page.send(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return page.head();
        }
    }

    @Test
    void whoDoesNotLetGoIsCut() throws IOException {
        try (Pit other = Pit.open();
                RawSocket stubborn = connected(other.http.httpPort())) {
            Awaitility.await().until(() -> other.links.size() == 1);

            other.links.getFirst().close(1008, "enough");

            assertThat(stubborn.reaction()).isEqualTo("close-1008");
            Awaitility.await().until(() -> {
                stubborn.sendFrame(1, "{}".getBytes(StandardCharsets.UTF_8));
                return other.links.isEmpty();
            });
        }
    }

    @Test
    void goodbyeIsSaidWith1001() throws IOException {
        try (Pit other = Pit.open();
                RawSocket socket = connected(other.http.httpPort())) {
            Awaitility.await().until(() -> other.links.size() == 1);
            Thread.ofVirtual().start(other::close);

            assertThat(socket.reaction()).isEqualTo("close-1001");
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        Map<Setting, String> same = Map.of(Setting.PORT, String.valueOf(pit.http.httpPort()), Setting.FEED_PORT, "0");
        ServerConfig config = ServerConfig.read(same, Map.of(), Optional.empty());

        assertThatThrownBy(() -> Listening.open(config.network()))
                .isInstanceOf(PortTaken.class)
                .hasMessageContaining("cannot listen on 127.0.0.1:" + pit.http.httpPort());
    }

    @Test
    void configuredOriginsMayConnectAndOthersMayNot() throws IOException {
        try (Pit open = Pit.open(Map.of(Setting.ALLOWED_ORIGINS, "https://pit.example"))) {
            int port = open.http.httpPort();
            for (String origin : new String[] {"https://pit.example", "http://127.0.0.1:" + port}) {
                try (RawSocket socket = new RawSocket(port)) {
                    assertThat(socket.upgrade("/", "Origin: " + origin + "\r\n"))
                            .startsWith("HTTP/1.1 101 ");
                }
            }
            for (String origin : new String[] {"https://evil.example", "https://pit.example.evil", "null"}) {
                try (RawSocket socket = new RawSocket(port)) {
                    assertThat(socket.upgrade("/", "Origin: " + origin + "\r\n"))
                            .startsWith("HTTP/1.1 403 ");
                }
            }
        }
    }

    @Test
    void aForeignNameForThisMachineIsNoOriginOfOurs() {
        Origins loopback = new Origins(List.of(), "127.0.0.1");
        Origins open = new Origins(List.of(), "0.0.0.0");

        assertThat(loopback.allows("http://rebound.example:9877", "rebound.example:9877"))
                .isFalse();
        assertThat(loopback.allows("http://localhost:9877", "localhost:9877")).isTrue();
        assertThat(open.allows("http://pit.example:9877", "pit.example:9877")).isTrue();
    }
}
