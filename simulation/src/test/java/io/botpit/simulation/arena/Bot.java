package io.botpit.simulation.arena;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that shares no code with the server: the JDK's WebSocket and plain JSON. */
public final class Bot implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** Stands behind the last frame; no frame is empty. */
    private static final String END = "";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WebSocket socket;
    private final BlockingQueue<String> frames;
    private final CompletableFuture<Integer> closed;
    private final CompletableFuture<String> reason;

    private Bot(WebSocket socket, Ear ear) {
        this.socket = socket;
        frames = ear.frames;
        closed = ear.closed;
        reason = ear.reason;
    }

    public static Bot connect(int port) {
        return connect(port, "/");
    }

    static Bot connect(int port, String path) {
        Ear ear = new Ear();
        WebSocket socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + path), ear)
                .join();
        // The handshake is over before the server has seated the reader; a pong comes after that.
        socket.sendPing(ByteBuffer.allocate(0)).join();
        ear.seated.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        return new Bot(socket, ear);
    }

    /** Connects and registers under a name; the token is the reply's data. */
    public static Bot register(int port, String name) throws IOException, InterruptedException {
        Bot bot = connect(port);
        JsonNode reply = bot.ask("register", Map.of("username", name));
        if (!reply.get("status").asBoolean()) {
            throw new IOException("could not register " + name + ": " + reply);
        }
        bot.token = reply.get("data").asString();
        return bot;
    }

    private String token = "";

    public String token() {
        return token;
    }

    public JsonNode ask(String command, Map<String, ?> params) throws IOException, InterruptedException {
        send(frame(command, params));
        return next();
    }

    public JsonNode ask(String command) throws IOException, InterruptedException {
        return ask(command, Map.of());
    }

    public static String frame(String command, Map<String, ?> params) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("cmd", command);
        envelope.put("params", params);
        return JSON.writeValueAsString(envelope);
    }

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    /** The next frame, waiting for it. */
    public JsonNode next() throws IOException, InterruptedException {
        return nextUnlessClosed().orElseThrow(() -> new IOException("closed with " + closed.join()));
    }

    /** The next frame, waiting for it; none behind the last one of a closed connection. */
    public Optional<JsonNode> nextUnlessClosed() throws IOException, InterruptedException {
        String frame = frames.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (frame == null) {
            throw new IOException("no frame within " + PATIENCE);
        }
        if (frame.equals(END)) {
            frames.add(END);
            return Optional.empty();
        }
        return Optional.of(JSON.readTree(frame));
    }

    /** The next frame of a type; others before it are dropped. */
    JsonNode next(String type) throws IOException, InterruptedException {
        while (true) {
            JsonNode frame = next();
            if (frame.path("type").asString("").equals(type)) {
                return frame;
            }
        }
    }

    boolean hasFrame() {
        return !frames.isEmpty() && !END.equals(frames.peek());
    }

    /** The close code, waiting for it. */
    int awaitClose() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Why it was closed, waiting for it. */
    String awaitReason() {
        return reason.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final CompletableFuture<String> reason = new CompletableFuture<>();
        private final CompletableFuture<Void> seated = new CompletableFuture<>();
        private final StringBuilder partial = new StringBuilder();

        @Override
        public CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
            seated.complete(null);
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(partial.toString());
                partial.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String why) {
            reason.complete(why);
            closed.complete(code);
            frames.add(END);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            reason.complete(error.toString());
            closed.complete(1006);
            frames.add(END);
        }
    }
}
