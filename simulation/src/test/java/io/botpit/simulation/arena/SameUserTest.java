package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One user on several connections has one stream of orders, and hears all of it on each. */
final class SameUserTest {
    private static final int SOCKETS = 3;
    private static final int ORDERS_EACH = 100;

    @TempDir
    Path data;

    /** What one connection heard. */
    private record Heard(List<String> replies, List<String> pushes) {}

    @Test
    void threeHundredOrdersOnThreeSocketsAreThreeHundredOrders() throws Exception {
        List<Bot> bots = new ArrayList<>();
        List<Heard> heard = new ArrayList<>();
        try (ServerProcess server = ServerProcess.openMarket(data)) {
            bots.add(Bot.register(server.port(), "ann"));
            while (bots.size() < SOCKETS) {
                Bot bot = Bot.connect(server.port());
                Map<String, String> login =
                        Map.of("username", "ann", "token", bots.getFirst().token());
                assertOk(bot.ask("auth", login), "Authenticated");
                bots.add(bot);
            }
            for (Bot bot : bots) {
                bot.send(Bot.frame("subscribe", Map.of("channels", List.of("orders"))));
                assertOk(replyOf(bot), "Subscribed.");
            }

            for (int i = 0; i < ORDERS_EACH; i++) {
                bots.forEach(bot -> bot.send(Bot.frame("buy", Map.of("price", "990", "size", "0.01"))));
            }
            for (Bot bot : bots) {
                heard.add(listen(bot));
            }
            assertThat(server.terminate()).isZero();
        } finally {
            bots.forEach(Bot::close);
        }

        List<String> all = heard.getFirst().pushes();
        assertThat(all).hasSize(SOCKETS * ORDERS_EACH).doesNotHaveDuplicates();
        for (Heard one : heard) {
            assertThat(one.replies()).hasSize(ORDERS_EACH);
            assertThat(one.pushes()).isEqualTo(all);
            assertThat(all).containsSubsequence(one.replies());
        }
        assertThat(heard.stream().flatMap(one -> one.replies().stream())).containsExactlyInAnyOrderElementsOf(all);
    }

    /** Replies and pushes come in between each other. */
    private static Heard listen(Bot bot) throws Exception {
        Heard heard = new Heard(new ArrayList<>(), new ArrayList<>());
        while (heard.replies().size() < ORDERS_EACH || heard.pushes().size() < SOCKETS * ORDERS_EACH) {
            JsonNode frame = bot.next();
            if (frame.has("status")) {
                assertOk(frame, "Buy order placed.");
                heard.replies().add(frame.at("/data/id").asString());
            } else {
                frame.path("orders")
                        .forEach(change ->
                                heard.pushes().add(change.at("/order/id").asString()));
            }
        }
        return heard;
    }

    private static JsonNode replyOf(Bot bot) throws Exception {
        JsonNode frame = bot.next();
        while (!frame.has("status")) {
            frame = bot.next();
        }
        return frame;
    }
}
