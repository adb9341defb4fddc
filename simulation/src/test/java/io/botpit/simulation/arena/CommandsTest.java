package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.simulation.arena.ServerProcess.Finished;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that read a data folder, after a game that was really played. */
final class CommandsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "a horse on the roof";
    private static final int ORDERS = 20;

    @TempDir
    static Path played;

    @TempDir
    Path folder;

    private static String token = "";

    @BeforeAll
    static void playAGame() throws Exception {
        try (ServerProcess server = ServerProcess.start(played, "--rate-limit", "off");
                Bot ann = Bot.connect(server.port());
                Bot bob = Bot.register(server.port(), "bob")) {
            JsonNode reply = ann.ask("register", Map.of("username", "ann", "password", PASSWORD));
            assertThat(reply.get("status").asBoolean()).as(reply.toString()).isTrue();
            token = reply.get("data").asString();
            for (int i = 0; i < ORDERS; i++) {
                assertOk(ann.ask("sell", Map.of("price", 1_200 + i, "size", "0.01")), "Sell order placed.");
            }
            JsonNode bought = bob.ask("buy_market", Map.of("amount", "25.00"));
            assertThat(bought.get("status").asBoolean()).as(bought.toString()).isTrue();
            assertThat(server.terminate()).isZero();
        }
    }

    @Test
    void verifyFindsNothingInAGameThatNobodyTouched() throws Exception {
        Finished verify = ServerProcess.run("verify", played.toString());

        assertThat(verify.exit()).as(verify.out()).isZero();
        assertThat(verify.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("lobby: ok, "),
                        line -> assertThat(line)
                                .matches("g1: ok, \\d+ commands, \\d+ events, ended, chain [0-9a-f]{64}"),
                        line -> assertThat(line).isEqualTo("tables: ok, compared row for row"));
    }

    @Test
    void verifySaysTheSameToPrograms() throws Exception {
        Finished verify = ServerProcess.runHere("verify", "--json", played.toString());

        List<JsonNode> lines = verify.out().lines().map(JSON::readTree).toList();
        assertThat(verify.exit()).isZero();
        assertThat(lines).hasSize(3).allMatch(line -> line.get("ok").asBoolean());
        assertThat(lines.get(0).get("journal").asString()).isEqualTo("lobby");
        assertThat(lines.get(1).get("phase").asString()).isEqualTo("ended");
        assertThat(lines.get(1).get("commands").asLong()).isGreaterThan(ORDERS);
        assertThat(lines.get(1).get("fault").isNull()).isTrue();
        assertThat(lines.get(2).get("tables").asString()).isEqualTo("compared");
        assertThat(lines.get(2).get("differences").size()).isZero();
    }

    @Test
    void aForgedHashIsNamedWithBothHashes() throws Exception {
        copy();
        JournalBytes journal = new JournalBytes(folder.resolve("journal/g1.journal"));
        journal.forgeHash(7);

        Finished words = ServerProcess.runHere("verify", folder.toString());
        Finished verify = ServerProcess.runHere("verify", "--json", folder.toString());

        assertThat(words.exit()).isEqualTo(1);
        assertThat(words.out())
                .contains("g1: NOT OK: hash at sequence 7, byte " + journal.offset(7) + ": ")
                .contains("tables: not compared: a journal is not sound");
        JsonNode fault = JSON.readTree(verify.out().lines().toList().get(1)).get("fault");
        assertThat(verify.exit()).isEqualTo(1);
        assertThat(fault.get("kind").asString()).isEqualTo("hash");
        assertThat(fault.get("sequence").asLong()).isEqualTo(7);
        assertThat(fault.get("offset").asLong()).isEqualTo(journal.offset(7));
        // One bit of the first of 64 digits' two was turned.
        assertThat(fault.get("expected").asString().substring(2))
                .hasSize(62)
                .isEqualTo(fault.get("found").asString().substring(2));
    }

    @Test
    void aForgedCommandHasOtherEventsThanItsHashSays() throws Exception {
        copy();
        JournalBytes journal = new JournalBytes(folder.resolve("journal/g1.journal"));
        journal.forgeBody(9);

        Finished verify = ServerProcess.runHere("verify", "--json", folder.toString());

        JsonNode fault = JSON.readTree(verify.out().lines().toList().get(1)).get("fault");
        assertThat(verify.exit()).isEqualTo(1);
        assertThat(fault.get("sequence").asLong()).as(fault.toString()).isEqualTo(9);
        assertThat(fault.get("offset").asLong()).isEqualTo(journal.offset(9));
    }

    @Test
    void aForgedLobbyIsNamedWithBothHashes() throws Exception {
        copy();
        new JournalBytes(folder.resolve("journal/lobby.journal")).forgeBody(1);

        Finished verify = ServerProcess.runHere("verify", "--json", folder.toString());

        JsonNode lobby = JSON.readTree(verify.out().lines().findFirst().orElseThrow());
        assertThat(verify.exit()).isEqualTo(1);
        assertThat(lobby.get("ok").asBoolean()).isFalse();
        assertThat(lobby.get("fault").get("kind").asString()).isEqualTo("hash");
        assertThat(lobby.get("fault").get("sequence").asLong()).isEqualTo(1);
        assertThat(lobby.get("fault").get("expected").asString()).hasSize(64);
    }

    @Test
    void whyTheTablesAreNotComparedIsSaid() throws Exception {
        copy();
        Files.delete(folder.resolve("botpit.mv.db"));
        Finished without = ServerProcess.runHere("verify", folder.toString());
        assertThat(without.exit()).isZero();
        assertThat(without.out()).contains("tables: not compared: the folder has no database; ", "--db");

        Finished one = ServerProcess.runHere(
                "verify", folder.resolve("journal/g1.journal").toString());
        assertThat(one.exit()).isZero();
        assertThat(one.out()).contains("g1: ok", "tables: not compared: a single journal was asked for");

        try (ServerProcess server = ServerProcess.start(folder)) {
            assertThat(server.isAlive()).isTrue();
            Finished beside = ServerProcess.runHere("verify", "--json", folder.toString());
            assertThat(beside.exit()).as(beside.out()).isZero();
            assertThat(beside.out()).contains("\"reason\":\"a server uses the folder\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"games, 1", "orders, 21", "fills, 4", "standings, 2", "report, 2", "flows, 1"})
    void everythingCanBeExportedBothWays(String what, int atLeast) throws Exception {
        Finished json = ServerProcess.runHere("export", what, "--data", played.toString());
        Finished csv = ServerProcess.runHere("export", what, "--data", played.toString(), "--format", "csv");

        assertThat(json.exit()).as(json.err()).isZero();
        assertThat(csv.exit()).as(csv.err()).isZero();
        List<JsonNode> rows = json.out().lines().map(JSON::readTree).toList();
        List<String> lines = csv.out().lines().toList();
        assertThat(rows)
                .hasSizeGreaterThanOrEqualTo(atLeast)
                .allSatisfy(row -> assertThat(row.get("game").asString()).isEqualTo("g1"));
        assertThat(lines).hasSize(rows.size() + 1);
        assertThat(lines.getFirst()).startsWith("game,");
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("g1,"));
        assertNoSecretIn(json.out() + csv.out());
    }

    @Test
    void aFairGameHasNoFlagsToExport() throws Exception {
        Finished flags = ServerProcess.runHere("export", "flags", "--data", played.toString());

        assertThat(flags.exit()).as(flags.err()).isZero();
        assertThat(flags.out()).isEmpty();
    }

    private static void assertNoSecretIn(String exported) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        assertThat(token).hasSizeGreaterThan(20);
        assertThat(exported)
                .doesNotContain(token, PASSWORD, HexFormat.of().formatHex(hash), "$2a$", "127.0.0.1")
                .doesNotContain(Files.readString(played.resolve("admin-secret")).strip());
    }

    @Test
    void anImpossibleGameIdIsWrongUsage() throws Exception {
        Finished export = ServerProcess.runHere("export", "games", "--data", played.toString(), "--game", "No Such!");

        assertThat(export.exit()).isEqualTo(2);
        assertThat(export.out()).isEmpty();
        assertThat(export.err().strip())
                .startsWith("botpit export: --game: must match [a-z0-9][a-z0-9-]{0,31}, not 'No Such!'")
                .hasLineCount(1);
    }

    @Test
    void aBotPlaysUntilTheGameIsOver() throws Exception {
        try (ServerProcess server =
                ServerProcess.start(folder.resolve("d"), "--whitelist", "ned", "--time-limit", "5")) {
            Finished bot = ServerProcess.run(
                    "bot", "market-maker", "--server", "ws://127.0.0.1:" + server.port(), "--as", "ned", "--seed", "3");
            assertThat(bot.exit()).as(bot.err()).isZero();
            assertThat(bot.err()).contains("ned: ");
            assertThat(server.terminate()).isZero();
        }
        Finished orders = ServerProcess.runHere(
                "export", "orders", "--data", folder.resolve("d").toString());
        assertThat(orders.out().lines()).isNotEmpty().allMatch(line -> line.contains("\"player\":\"ned\""));
    }

    @Test
    void aDemoThatIsShutDownInTheMiddlePrintsItsFinalTable() throws Exception {
        Path data = folder.resolve("d");
        Path out = folder.resolve("demo.out");
        Process demo = ServerProcess.launch(
                out,
                "demo",
                "--seconds",
                "300",
                "--bots",
                "3",
                "--port",
                "0",
                "--feed-port",
                "0",
                "--data",
                data.toString());
        try {
            Pattern ready = Pattern.compile("botpit ready http=(\\S+) [^$]*Standings, \\d");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> ready.matcher(text(out)).find());
            Matcher address = ready.matcher(text(out));
            assertThat(address.find()).isTrue();

            Finished admin = ServerProcess.runHere(
                    "admin", "shutdown", "--data", data.toString(), "--url", "http://" + address.group(1));

            assertThat(admin.exit()).as(admin.err()).isZero();
            assertThat(demo.waitFor(15, TimeUnit.SECONDS)).as(text(out)).isTrue();
            assertThat(demo.exitValue()).isZero();
            assertThat(text(out)).containsPattern("Final table of game g1 \\(ended\\)\\R.*\\R +1 +\\S+");
        } finally {
            demo.destroyForcibly();
        }
        assertThat(ServerProcess.runHere("verify", data.toString()).exit()).isZero();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    private void copy() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(played)) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            Path to = folder.resolve(played.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        }
    }
}
