package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whoever does not know whether an order arrived sends it again under the same id: it is placed once. */
final class ResendTest {
    private static final int DELAY_MICROS_MAX = 3_000;

    @TempDir
    Path data;

    @Test
    void anOrderWhoseConnectionIsResetIsPlacedOnce() throws Exception {
        resetAndResend(20);
    }

    @Test
    @Tag("night")
    void soItIsTwoHundredTimes() throws Exception {
        resetAndResend(200);
    }

    private void resetAndResend(int rounds) throws Exception {
        SplittableRandom random = new SplittableRandom(17);
        int repeated = 0;
        BigDecimal heldByOne = BigDecimal.ZERO;
        try (ServerProcess server = ServerProcess.openMarket(data);
                Bot ann = Bot.register(server.port(), "ann")) {
            for (int round = 1; round <= rounds; round++) {
                String order = order("r-" + round, "0.01");
                sendAndReset(server.port(), ann.token(), order, random.nextInt(DELAY_MICROS_MAX));

                try (Bot again = login(server.port(), ann.token())) {
                    again.send(order);
                    JsonNode reply = again.next();
                    assertOk(reply, "Buy order placed.");
                    repeated += reply.path("repeated").asBoolean(false) ? 1 : 0;
                    if (round == 1) {
                        heldByOne = new BigDecimal(
                                ann.ask("wallets").at("/data/assets/USD/held").asString());
                    }
                    assertThat(openIds(again)).hasSize(round).doesNotHaveDuplicates();
                }
            }
            JsonNode wallet = ann.ask("wallets").at("/data/assets/USD");
            assertThat(new BigDecimal(wallet.get("held").asString()))
                    .isEqualByComparingTo(heldByOne.multiply(BigDecimal.valueOf(rounds)));
            assertThat(new BigDecimal(wallet.get("free").asString())
                            .add(heldByOne.multiply(BigDecimal.valueOf(rounds))))
                    .isEqualByComparingTo("10000");
            assertThat(server.terminate()).isZero();
        }
        System.out.println("of " + rounds + " orders cut off by a reset, " + repeated + " had arrived");
        assertThat(ServerProcess.run("verify", data.toString()).exit()).isZero();
    }

    private static void sendAndReset(int port, String token, String order, int afterMicros) throws IOException {
        try (WireClient client = WireClient.connect(port)) {
            client.upgrade("/", "");
            client.sendText(Bot.frame("auth", Map.of("username", "ann", "token", token)));
            assertThat(client.hear()).isInstanceOf(WireClient.Text.class);
            client.sendText(order);
            long until = System.nanoTime() + afterMicros * 1_000L;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            client.reset();
        }
    }

    @Test
    void anIdIsUsedOnceInOneWriteOnTwoSocketsAndAcrossAKill() throws Exception {
        List<String> ids = new ArrayList<>();
        String token;
        try (ServerProcess server = ServerProcess.openMarket(data);
                Bot ann = Bot.register(server.port(), "ann");
                Bot other = login(server.port(), ann.token())) {
            token = ann.token();
            ids.addAll(twiceInOneWrite(server.port(), token, order("one", "0.01")));
            for (Bot bot : List.of(ann, other, ann, other)) {
                bot.send(order("two", "0.02"));
            }
            for (Bot bot : List.of(ann, other, ann, other)) {
                ids.add(placed(bot.next()));
            }
            server.kill();
        }
        assertThat(ids.subList(0, 2)).containsOnly(ids.getFirst());
        assertThat(ids.subList(2, 6)).containsOnly(ids.getLast()).doesNotContain(ids.getFirst());

        try (ServerProcess server = ServerProcess.start(data);
                Bot ann = login(server.port(), token)) {
            ann.send(order("one", "0.01"));
            assertThat(placed(ann.next())).isEqualTo(ids.getFirst());
            ann.send(order("one", "0.03"));
            assertThat(ann.next().path("code").asString()).isEqualTo("client_order_id_reused");
            assertThat(openIds(ann)).containsExactlyInAnyOrder(ids.getFirst(), ids.getLast());
            assertThat(server.terminate()).isZero();
        }
        assertThat(ServerProcess.run("verify", data.toString()).exit()).isZero();
    }

    private static List<String> twiceInOneWrite(int port, String token, String order) throws Exception {
        try (WireClient client = WireClient.connect(port)) {
            client.upgrade("/", "");
            client.sendText(Bot.frame("auth", Map.of("username", "ann", "token", token)));
            assertThat(client.hear()).isInstanceOf(WireClient.Text.class);
            byte[] frame = WireClient.frame(WireClient.TEXT, order.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(frame, 2 * frame.length);
            System.arraycopy(frame, 0, both, frame.length, frame.length);
            client.send(both);
            return List.of(placed(client.json()), placed(client.json()));
        }
    }

    private static Bot login(int port, String token) throws Exception {
        Bot bot = Bot.connect(port);
        assertOk(bot.ask("auth", Map.of("username", "ann", "token", token)), "Authenticated");
        return bot;
    }

    private static String order(String id, String size) {
        return Bot.frame("buy", Map.of("price", "990", "size", size, "client_order_id", id));
    }

    private static String placed(JsonNode reply) {
        assertOk(reply, "Buy order placed.");
        return reply.at("/data/id").asString();
    }

    private static List<String> openIds(Bot bot) throws Exception {
        List<String> ids = new ArrayList<>();
        bot.ask("orders")
                .at("/data/maker")
                .forEach(order -> ids.add(order.get("id").asString()));
        return ids;
    }
}
