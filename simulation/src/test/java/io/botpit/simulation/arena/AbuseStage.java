package io.botpit.simulation.arena;

import io.botpit.game.PlayerId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server whose game is in the state an entry of the corpus asks for, with players who have a history. */
final class AbuseStage implements AutoCloseable {
    static final String PASSWORD = "a password of the abuse test";
    private static final int PLAYERS = 24;
    private static final String READY = "/health/ready";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String OTHER = "other1";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path data;
    private final GameTrace trace;
    private final ServerProcess server;
    private final String secret;
    private final String game;
    private final Bot other;
    private final List<Player> players = new ArrayList<>();

    /**
     * Somebody in whose name an entry is sent; the bot keeps the seat warm.
     *
     * @param order is open, or was when the game ended; empty where nobody could trade
     */
    record Player(String name, PlayerId id, Bot bot, String order, String cancelled) {}

    private AbuseStage(Path data, ServerProcess server) throws IOException, InterruptedException {
        this.data = data;
        this.server = server;
        trace = new GameTrace(data);
        secret = Files.readString(data.resolve("admin-secret")).strip();
        game = JsonMapper.shared()
                .readTree(get("/api/v1/games").body())
                .get("games")
                .get(0)
                .get("id")
                .asString();
        other = Bot.register(server.port(), OTHER);
    }

    static AbuseStage open(String state, Path data) throws IOException, InterruptedException {
        String names = IntStream.range(0, PLAYERS).mapToObj(AbuseStage::name).collect(Collectors.joining(","));
        ServerProcess server = switch (state) {
            case "waiting" -> ServerProcess.start(data, "--whitelist", names + "," + OTHER + ",missing1");
            case "whitelist" -> ServerProcess.start(data, "--whitelist", names + "," + OTHER);
            default -> ServerProcess.start(data);
        };
        AbuseStage stage = new AbuseStage(data, server);
        stage.fill(!state.equals("waiting"));
        switch (state) {
            case "paused" -> stage.act("pause");
            case "ended" -> stage.act("end");
            default -> {
                // as it is
            }
        }
        return stage;
    }

    private static String name(int index) {
        return "user" + index;
    }

    private void fill(boolean trading) throws IOException, InterruptedException {
        List<Bot> bots = new ArrayList<>();
        for (int i = 0; i < PLAYERS; i++) {
            bots.add(Bot.register(server.port(), name(i)));
        }
        bots.getFirst().ask("set_password", Map.of("password", PASSWORD));
        if (trading) {
            // So that the market price stays where it is, whatever rests far away from it.
            order(other, "buy", "999.00");
            order(other, "sell", "1001.00");
        }
        for (int i = 0; i < PLAYERS; i++) {
            Bot bot = bots.get(i);
            String open = trading ? order(bot, "buy", "1.00") : "";
            String cancelled = trading ? order(bot, "buy", "1.00") : "";
            if (trading) {
                CxgameCommandsTest.assertOk(
                        bot.ask("cancel", Map.of("order_id", cancelled)), "Order cancelled and removed.");
            }
            players.add(new Player(name(i), trace.player(name(i)), bot, open, cancelled));
        }
    }

    private static String order(Bot bot, String side, String price) throws IOException, InterruptedException {
        JsonNode reply = bot.ask(side, Map.of("price", price, "size", "0.01"));
        if (!reply.get("status").asBoolean()) {
            throw new IOException(side + " at " + price + ": " + reply);
        }
        return reply.get("data").get("id").asString();
    }

    private void act(String verb) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + server.port() + "/api/v1/admin/games/" + game + "/" + verb))
                        .header("Authorization", "Bearer " + secret)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(verb + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What is wrong with the server, also after a while; empty where it is ready. A busy one may be late for once. */
    String illness() throws IOException, InterruptedException {
        if (!server.isAlive()) {
            return "it has ended";
        }
        Instant end = Instant.now().plus(PATIENCE);
        HttpResponse<String> said = get(READY);
        while (said.statusCode() != 200 && Instant.now().isBefore(end)) {
            said = get(READY);
        }
        return said.statusCode() == 200 ? "" : said.body();
    }

    ServerProcess server() {
        return server;
    }

    Path data() {
        return data;
    }

    Player player(int index) {
        return players.get(index);
    }

    /** What happened that this player could have caused, or a stranger. */
    List<String> effectsAround(Player player) throws IOException {
        Set<PlayerId> others = players.stream()
                .map(Player::id)
                .filter(id -> !id.equals(player.id()))
                .collect(Collectors.toSet());
        return trace.effects(others);
    }

    /** What must never be in a log. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(secret, other.token(), PASSWORD));
        players.forEach(player -> secrets.add(player.bot().token()));
        return secrets;
    }

    /** Fills the placeholders of the corpus. */
    UnaryOperator<String> filler(Player player, int run) {
        String token = player.bot().token();
        // Sockets are welcome on every path but the API's: there is no other unknown path.
        return text -> text.replace("GET /nosuch HTTP", "GET /api/nosuch HTTP")
                .replace("{{USER}}", player.name())
                .replace("{{OTHER_USER}}", OTHER)
                .replace("{{TOKEN}}", token)
                .replace("{{TOKEN_PREFIX}}", token.substring(0, token.length() / 2))
                .replace("{{ORDER_ID}}", player.order())
                .replace("{{CANCELLED_ORDER_ID}}", player.cancelled())
                .replace("{{ADMIN_SECRET}}", secret)
                .replace("{{HOST}}", "127.0.0.1:" + server.port())
                .replace("{{WS_PATH}}", "/")
                .replace("{{LEADERBOARD_PATH}}", "/api/v1/leaderboard")
                .replace("{{ADMIN_PATH}}/pause", "/api/v1/admin/games/" + game + "/pause")
                .replace("{{ADMIN_PATH}}", "/api/v1/admin")
                .replace("{{REGISTER_PATH}}", "/api/v1/register")
                .replace("{{RUN}}", String.valueOf(run));
    }

    @Override
    public void close() {
        players.forEach(player -> player.bot().close());
        other.close();
        server.close();
    }
}
