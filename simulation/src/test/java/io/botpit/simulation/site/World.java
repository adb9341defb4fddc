package io.botpit.simulation.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botpit.simulation.arena.Bot;
import io.botpit.simulation.arena.ServerProcess;
import io.botpit.simulation.arena.ServerProcess.Finished;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that has something to show: house bots have played one short game to its end before it was started, in virtual
 * time, and play another that lasts longer than any test; between two players a game has just ended, and a tournament is
 * announced.
 */
record World(Path data, ServerProcess server) implements AutoCloseable {
    private static final String BOTS = "market-maker:1,noise:4";
    private static final String LONG_SECONDS = "3600";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static World begin() {
        try {
            Path data = Files.createTempDirectory("botpit-site");
            String seconds = String.valueOf(Site.PAST_SECONDS);
            done(ServerProcess.runHere("play", "--house", BOTS, "--time-limit", seconds, "--data", data.toString()));
            World world =
                    new World(data, ServerProcess.start(data, "--house-bots", BOTS, "--time-limit", LONG_SECONDS));
            world.awaitPhase(Site.RUNNING, "running");
            world.playSmallGame();
            world.run("tournament", "create", "swiss-duels", "--title", "Spring cup", "--allow", "ann,bob");
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the world began", e);
        }
    }

    private void playSmallGame() throws IOException, InterruptedException {
        run("admin", "open", "--title", "Small one");
        try (Bot ann = Bot.register(port(), "ann");
                Bot bob = Bot.register(port(), "bob")) {
            for (Bot bot : List.of(ann, bob)) {
                Site.done(bot, "join", Map.of("game", Site.ENDED));
            }
            Site.done(ann, "buy", Map.of("price", "990", "size", "2"));
            Site.done(bob, "sell_market", Map.of("size", "2"));
            run("admin", "end", "--game", Site.ENDED);
        }
        awaitPhase(Site.ENDED, "ended");
    }

    private void awaitPhase(String game, String phase) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(rest("games/" + game).get("phase").asString())
                                .isEqualTo(phase));
    }

    int port() {
        return server.port();
    }

    String origin() {
        return "http://127.0.0.1:" + port();
    }

    JsonNode rest(String path) throws IOException {
        try (InputStream body = URI.create(origin() + "/api/v1/" + path).toURL().openStream()) {
            return JsonMapper.shared().readTree(body);
        }
    }

    /** What a command of the program says. */
    String run(String command, String... words) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(words));
        line.addAll(List.of("--data", data.toString(), "--url", origin() + "/"));
        return done(ServerProcess.runHere(line.toArray(String[]::new)));
    }

    private static String done(Finished command) {
        if (command.exit() != 0) {
            throw new IllegalStateException(command.err());
        }
        return command.out().strip();
    }

    String secret() throws IOException {
        return Files.readString(data.resolve("admin-secret")).strip();
    }

    @Override
    public void close() {
        server.close();
    }
}
