package io.botpit.simulation.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.botpit.simulation.arena.Bot;
import io.botpit.simulation.arena.ServerProcess;
import io.botpit.simulation.arena.ServerProcess.Finished;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server for the tests of one class, and a browser for all classes of this JVM. House bots have played one short game
 * to its end, before the server was started again, and play another that lasts longer than any test; between two players
 * a game has just ended.
 */
final class Site implements BeforeAllCallback, AfterAllCallback {
    /** A game of house bots that was over before the server was started again. */
    static final String PAST = "g1";
    /** A game of house bots that is running. */
    static final String RUNNING = "g2";
    /** A game of two players that was over a moment ago. */
    static final String ENDED = "g3";
    /** Who has played before, and plays now. */
    static final String BOT = "noise-1";

    private static final String BOTS = "market-maker:1,noise:4";
    private static final int SHORT_SECONDS = 8;
    private static final int LONG_SECONDS = 3_600;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int pastSeconds;

    private @Nullable Chromium chromium;
    private @Nullable ServerProcess server;
    private @Nullable Path data;

    Site() {
        this(SHORT_SECONDS);
    }

    /** @param pastSeconds how long the past game lasted */
    Site(int pastSeconds) {
        this.pastSeconds = pastSeconds;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        assumeTrue(
                Chromium.missing().isEmpty(),
                () -> "The pages were NOT looked at in a browser: "
                        + Chromium.missing().orElseThrow());
        chromium = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
        data = Files.createTempDirectory("botpit-site");
        server = serve(pastSeconds);
        awaitPhase(PAST, "ended");
        // House bots leave with the game they came for.
        server.close();
        server = serve(LONG_SECONDS);
        awaitPhase(RUNNING, "running");
        playSmallGame();
    }

    private void playSmallGame() throws IOException, InterruptedException {
        admin("open", "--title", "Small one");
        try (Bot ann = Bot.register(port(), "ann");
                Bot bob = Bot.register(port(), "bob")) {
            for (Bot bot : List.of(ann, bob)) {
                done(bot, "join", Map.of("game", ENDED));
            }
            done(ann, "buy", Map.of("price", "990", "size", "2"));
            done(bob, "sell_market", Map.of("size", "2"));
            admin("end", "--game", ENDED);
        }
        awaitPhase(ENDED, "ended");
    }

    /** Sends a command that must be obeyed. */
    static void done(Bot bot, String command, Map<String, String> params) throws IOException, InterruptedException {
        JsonNode reply = bot.ask(command, params);
        assertThat(reply.get("status").asBoolean()).as(reply.toString()).isTrue();
    }

    private ServerProcess serve(int seconds) throws IOException {
        String limit = String.valueOf(seconds);
        return ServerProcess.start(Objects.requireNonNull(data), "--house-bots", BOTS, "--time-limit", limit);
    }

    private void awaitPhase(String game, String phase) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(rest("games/" + game).get("phase").asString())
                                .isEqualTo(phase));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (server != null) {
            server.close();
        }
    }

    int port() {
        return Objects.requireNonNull(server).port();
    }

    String origin() {
        return "http://127.0.0.1:" + port();
    }

    Visit visit(Look look) {
        return new Visit(Objects.requireNonNull(chromium), origin(), look);
    }

    /** What the server says over REST. */
    JsonNode rest(String path) throws IOException {
        try (InputStream body = URI.create(origin() + "/api/v1/" + path).toURL().openStream()) {
            return JsonMapper.shared().readTree(body);
        }
    }

    /** Acts as the admin, with the program's command line. */
    String admin(String... words) {
        List<String> line = new ArrayList<>(List.of("admin"));
        line.addAll(List.of(words));
        line.addAll(List.of("--data", String.valueOf(data), "--url", origin() + "/"));
        Finished finished = ServerProcess.runHere(line.toArray(String[]::new));
        if (finished.exit() != 0) {
            throw new IllegalStateException(finished.err());
        }
        return finished.out().strip();
    }

    String secret() throws IOException {
        return Files.readString(Objects.requireNonNull(data).resolve("admin-secret"))
                .strip();
    }
}
