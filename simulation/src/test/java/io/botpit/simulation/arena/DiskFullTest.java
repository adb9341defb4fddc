package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A disk that gets full, and one that is. */
final class DiskFullTest {
    private static final String MORE_THAN_ANY_DISK_HAS = "999999999";
    private static final String CLOSED = "connection closed";
    private static final int MB = 1_000_000;
    private static final String[] PLAY = {"--preset", "open-market", "--rate-limit", "off", "--disk-stop-mb", "8"};

    @TempDir
    Path folder;

    @Test
    void belowTheLimitOrdersAreRefusedWhileTheRestGoesOn() throws Exception {
        String token;
        try (ServerProcess server = ServerProcess.start(folder);
                Bot ann = Bot.register(server.port(), "ann")) {
            token = ann.token();
            assertOk(ann.ask("buy", Map.of("price", "1", "size", "1")), "Buy order placed.");
            server.kill();
        }
        try (ServerProcess server = ServerProcess.start(folder, "--disk-stop-mb", MORE_THAN_ANY_DISK_HAS);
                Bot ann = Bot.connect(server.port())) {
            assertOk(ann.ask("auth", Map.of("username", "ann", "token", token)), "Authenticated");

            JsonNode refused = ann.ask("buy", Map.of("price", "2", "size", "1"));

            assertThat(refused.get("code").asString()).isEqualTo("unavailable");
            assertThat(refused.get("detail").asString()).startsWith("limit disk_stop_mb=" + MORE_THAN_ANY_DISK_HAS);
            assertThat(ann.ask("orders").get("data").get("maker").size()).isEqualTo(1);
            assertThat(ann.ask("cancel_all").get("status").asBoolean()).isTrue();
            HttpResponse<String> ready = ready(server);
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("\"disk\":\"limit disk_stop_mb=");
            assertThat(server.log()).contains("ERROR").contains("no orders are taken");
            server.kill();
        }
        try (ServerProcess server = ServerProcess.start(folder);
                Bot ann = Bot.connect(server.port())) {
            assertOk(ann.ask("auth", Map.of("username", "ann", "token", token)), "Authenticated");
            assertOk(ann.ask("buy", Map.of("price", "2", "size", "1")), "Buy order placed.");
        }
    }

    /** Needs a disk of its own. Where nobody may mount one, it shows only that the folder's own disk is no obstacle. */
    @Test
    void aFullDiskLosesNothingThatWasAcknowledged() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean own = run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", disk.toString());
        try {
            Path data = disk.resolve("data");
            Set<String> acknowledged = own ? fill(disk, data) : trade(data);
            if (own) {
                assertThat(run("mount", "-o", "remount,size=192m", disk.toString()))
                        .isTrue();
            }
            try (ServerProcess server = ServerProcess.start(data, "--disk-stop-mb", "8");
                    Bot dan = Bot.register(server.port(), "dan")) {
                assertOk(dan.ask("buy", Map.of("price", "600", "size", "1")), "Buy order placed.");
                assertThat(ready(server).statusCode()).isEqualTo(200);
                assertThat(server.terminate()).isZero();
            }
            assertThat(Load.stored(data)).containsAll(acknowledged);
            assertThat(ServerProcess.runHere("verify", data.toString()).exit()).isZero();
        } finally {
            if (own) {
                run("umount", disk.toString());
            }
        }
    }

    private Set<String> trade(Path data) throws Exception {
        try (ServerProcess server = ServerProcess.start(data, PLAY);
                Load load = Load.start(server.port(), "ann")) {
            load.awaitMore(50);
            load.stop();
            assertThat(load.refusals()).isEmpty();
            server.kill();
            return load.acknowledged();
        }
    }

    private Set<String> fill(Path disk, Path data) throws Exception {
        Path filler = disk.resolve("filler");
        try (ServerProcess server = ServerProcess.start(data, PLAY);
                Load load = Load.start(server.port(), "ann", "bob");
                Bot cat = Bot.register(server.port(), "cat")) {
            load.awaitMore(50);
            assertThat(load.refusals()).isEmpty();

            fillUpTo(disk, filler, 4 * MB);
            await().atMost(Duration.ofSeconds(20)).until(() -> load.refusals().contains("unavailable"));
            assertThat(ready(server).statusCode()).isEqualTo(503);
            Files.delete(filler);
            load.awaitMore(50);
            assertThat(load.refusals()).containsExactly("unavailable");

            // Whether an order or a cancel meets the full disk first: it is not acknowledged, and the last.
            fillUpTo(disk, filler, 0);
            assertThat(cancelUntilItFails(cat)).isIn("internal", CLOSED);
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.log()).contains("the journal cannot be written");
            load.stop();
            assertThat(load.refusals()).isSubsetOf("unavailable", "internal", CLOSED);
            Files.delete(filler);
            return load.acknowledged();
        }
    }

    /** Cancels are taken as long as they can be stored; the code of the first refusal. */
    private static String cancelUntilItFails(Bot bot) throws Exception {
        while (true) {
            try {
                bot.send(Bot.frame("cancel_all", Map.of()));
            } catch (CompletionException e) {
                return CLOSED;
            }
            Optional<JsonNode> reply = bot.nextUnlessClosed();
            if (reply.isEmpty() || !reply.get().get("status").asBoolean()) {
                return reply.map(refusal -> refusal.get("code").asString()).orElse(CLOSED);
            }
        }
    }

    private static void fillUpTo(Path disk, Path filler, long left) throws IOException {
        byte[] block = new byte[64 * 1_024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (disk.toFile().getUsableSpace() > left) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(left).as("full at last: " + e.getMessage()).isZero();
        }
    }

    private static HttpResponse<String> ready(ServerProcess server) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/health/ready"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Whether it worked. */
    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such program here
        }
    }
}
