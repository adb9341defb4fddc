package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What survives, and who may touch it. */
final class DataFolderTest {
    @TempDir
    Path data;

    @Test
    void aSecondServerOnTheSameFolderLeavesWithoutTouchingIt() throws Exception {
        try (ServerProcess first = ServerProcess.start(data);
                Bot bot = Bot.register(first.port(), "ann")) {
            Map<String, String> before = journals();

            ServerProcess.Finished second =
                    ServerProcess.run("serve", "--port", "0", "--feed-port", "0", "--data", data.toString());

            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.err().strip().lines()).hasSize(1);
            assertThat(second.out()).isEmpty();
            assertThat(journals()).isEqualTo(before);
            assertOk(bot.ask("price"), "Market price.");
        }
    }

    @Test
    void whatWasAcknowledgedBeforeAKillIsThereAfterIt() throws Exception {
        Before before = tradeUntilKilled();

        try (ServerProcess server = ServerProcess.start(data, "--rate-limit", "off");
                Bot ann = Bot.connect(server.port())) {
            assertOk(ann.ask("auth", Map.of("username", "ann", "token", before.token)), "Authenticated");
            Set<String> known = new HashSet<>();
            ann.ask("orders")
                    .get("data")
                    .get("maker")
                    .forEach(o -> known.add(o.get("id").asString()));
            ann.ask("completed").get("data").forEach(o -> known.add(o.get("id").asString()));
            assertThat(before.acknowledged).hasSizeGreaterThan(100);
            assertThat(known).containsAll(before.acknowledged);
            List<JsonNode> fills = new ArrayList<>();
            ann.ask("fills").get("data").forEach(fills::add);
            assertThat(fills).isNotEmpty().containsExactlyElementsOf(before.fills);
            assertThat(ann.ask("audit").get("data").size()).isZero();
            assertThat(server.terminate()).isZero();
        }
        assertThat(ServerProcess.runHere("verify", data.toString()).exit()).isZero();
    }

    /** What ann had been told when the server was killed. */
    private record Before(String token, List<String> acknowledged, List<JsonNode> fills) {}

    private Before tradeUntilKilled() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        List<JsonNode> fills = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(data, "--rate-limit", "off", "--time-limit", "600");
                Bot ann = Bot.register(server.port(), "ann");
                Bot bob = Bot.register(server.port(), "bob")) {
            Random random = new Random(7);
            for (int i = 0; i < 200; i++) {
                boolean buys = i % 2 == 0;
                int price = buys ? 950 - random.nextInt(300) : 1_050 + random.nextInt(300);
                JsonNode order = ann.ask(buys ? "buy" : "sell", Map.of("price", price, "size", "0.01"));
                // The mark moves, so a few are refused.
                if (order.get("status").asBoolean()) {
                    acknowledged.add(order.get("data").get("id").asString());
                }
                if (i % 10 == 9) {
                    bob.ask("buy_market", Map.of("amount", "15.00"));
                }
            }
            ann.ask("fills").get("data").forEach(fills::add);
            for (int i = 0; i < 50; i++) {
                ann.send(Bot.frame("buy", Map.of("price", "1", "size", "1")));
            }
            server.kill();
            return new Before(ann.token(), acknowledged, fills);
        }
    }

    @Test
    void aDamagedJournalIsFoundByVerify() throws Exception {
        try (ServerProcess server = ServerProcess.start(data);
                Bot bot = Bot.register(server.port(), "ann")) {
            for (int i = 0; i < 10; i++) {
                assertOk(bot.ask("buy", Map.of("price", "1", "size", "1")), "Buy order placed.");
            }
            server.terminate();
        }
        assertThat(ServerProcess.runHere("verify", data.toString()).exit()).isZero();
        Path journal = gameJournal();
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 2] ^= 1;
        Files.write(journal, bytes);

        ServerProcess.Finished verify = ServerProcess.runHere("verify", data.toString());

        assertThat(verify.exit()).isEqualTo(1);
        assertThat(verify.err() + verify.out()).contains("at byte");
    }

    private Path gameJournal() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("journal"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("lobby"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Map<String, String> journals() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> f.toString().endsWith(".journal") || f.endsWith("admin-secret"))
                    .toList()) {
                contents.put(file.toString(), java.util.Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
