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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
    /** Half of it is how much others may write or delete on the same disk meanwhile. */
    private static final long FILLER_BYTES = 512L * MB;

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

    @Test
    void itGoesOnByItselfOnceThereIsRoom() throws Exception {
        Path filler = folder.resolve("filler");
        long stopMb = (folder.toFile().getUsableSpace() - FILLER_BYTES / 2) / MB;
        try (ServerProcess server = ServerProcess.start(
                        folder.resolve("data"),
                        "--preset",
                        "open-market",
                        "--rate-limit",
                        "off",
                        "--disk-stop-mb",
                        String.valueOf(stopMb));
                Load load = Load.start(server.port(), "ann", "bob")) {
            load.awaitMore(50);
            assertThat(load.refusals()).isEmpty();

            fill(filler);
            await().atMost(Duration.ofSeconds(20)).until(() -> load.refusals().contains("unavailable"));
            assertThat(ready(server).statusCode()).isEqualTo(503);
            Files.delete(filler);

            load.awaitMore(50);
            assertThat(load.refusals()).containsExactly("unavailable");
            assertThat(ready(server).statusCode()).isEqualTo(200);
        }
    }

    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[MB];
        new Random(1).nextBytes(block); // zeros might take no room
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (long bytes = 0; bytes < FILLER_BYTES; bytes += block.length) {
                out.write(block);
            }
        }
    }

    /** The kernel lets no file of the process grow any further: to the server that is a disk without room. */
    @Test
    void aFullDiskLosesNothingThatWasAcknowledged() throws Exception {
        Set<String> acknowledged;
        try (ServerProcess server = ServerProcess.start(folder, "--preset", "open-market", "--rate-limit", "off");
                Load load = Load.start(server.port(), "ann", "bob");
                Bot cat = Bot.register(server.port(), "cat")) {
            load.awaitMore(200);
            assertThat(load.refusals()).isEmpty();

            // Whether an order or a cancel meets the full disk first: it is not acknowledged, and the last.
            letFilesGrowTo(Files.size(folder.resolve("journal/g1.journal")), server);
            assertThat(cancelUntilItFails(cat)).isIn("internal", CLOSED);
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.log()).contains("the journal cannot be written");
            load.stop();
            assertThat(load.refusals()).isNotEmpty().isSubsetOf("internal", CLOSED);
            acknowledged = load.acknowledged();
        }

        try (ServerProcess server = ServerProcess.start(folder);
                Bot dan = Bot.register(server.port(), "dan")) {
            assertOk(dan.ask("buy", Map.of("price", "600", "size", "1")), "Buy order placed.");
            assertThat(ready(server).statusCode()).isEqualTo(200);
            assertThat(server.terminate()).isZero();
        }
        assertThat(Load.stored(folder)).containsAll(acknowledged);
        assertThat(ServerProcess.runHere("verify", folder.toString()).exit()).isZero();
    }

    private static void letFilesGrowTo(long bytes, ServerProcess server) throws IOException, InterruptedException {
        Process limit = new ProcessBuilder("prlimit", "--pid", String.valueOf(server.pid()), "--fsize=" + bytes + ":")
                .redirectErrorStream(true)
                .start();
        String said = new String(limit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(limit.waitFor()).as(said).isZero();
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

    private static HttpResponse<String> ready(ServerProcess server) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/health/ready"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
