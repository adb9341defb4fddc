package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole process stands still for a while, as in a long collection of garbage or on a machine that is moved. */
final class PauseTest {
    private static final int ORDERS_PER_PAUSE = 50;

    @TempDir
    Path data;

    @Test
    void aPauseCostsNoReply() throws Exception {
        pause(3, Duration.ofSeconds(1));
    }

    @Test
    @Tag("night")
    void norDoTwentyLongOnes() throws Exception {
        pause(20, Duration.ofSeconds(5));
    }

    private void pause(int rounds, Duration length) throws Exception {
        try (ServerProcess server = ServerProcess.openMarket(data);
                Bot ann = Bot.register(server.port(), "ann")) {
            Set<String> ids = new HashSet<>();
            for (int round = 0; round < rounds; round++) {
                place(ann);
                server.signal("STOP");
                place(ann);
                assertThat(server.livesFor(length)).isTrue();
                server.signal("CONT");
                for (int i = 0; i < 2 * ORDERS_PER_PAUSE; i++) {
                    JsonNode reply = ann.next();
                    assertOk(reply, "Buy order placed.");
                    assertThat(ids.add(reply.at("/data/id").asString())).isTrue();
                }
            }
            assertThat(ann.ask("orders", Map.of("limit", 1)).at("/page/older").asInt())
                    .isEqualTo(ids.size() - 1);
            assertThat(server.terminate()).isZero();
        }
        assertThat(ServerProcess.run("verify", data.toString()).exit()).isZero();
    }

    @Test
    void whatWasSentInAPauseAcrossTheEndIsRefused() throws Exception {
        try (ServerProcess server = ServerProcess.openMarket(data, "--whitelist", "ann", "--time-limit", "8");
                Bot feed = Bot.connect(server.feedPort());
                Bot ann = Bot.register(server.port(), "ann")) {
            Awaitility.await().until(() -> leftMillis(ann) < 4_000);
            server.signal("STOP");
            place(ann);
            assertThat(server.livesFor(Duration.ofSeconds(5))).isTrue();
            server.signal("CONT");

            for (int i = 0; i < ORDERS_PER_PAUSE; i++) {
                assertThat(ann.next().path("code").asString()).isEqualTo("game_not_running");
            }
            assertThat(feed.next("csv").path("data").asString())
                    .contains("\"ann\",\"10.0000000000\",\"10000.00\",\"20000.00\"");
            assertThat(server.terminate()).isZero();
        }
        assertThat(ServerProcess.run("verify", data.toString()).exit()).isZero();
    }

    private static long leftMillis(Bot bot) throws Exception {
        return bot.ask("games").at("/data/0/left_ms").asLong();
    }

    private static void place(Bot bot) {
        for (int i = 0; i < ORDERS_PER_PAUSE; i++) {
            bot.send(Bot.frame("buy", Map.of("price", "990", "size", "0.01")));
        }
    }
}
