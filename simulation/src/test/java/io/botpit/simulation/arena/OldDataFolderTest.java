package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Data folders that versions of the program left behind: one game that ended, one that was cut off by a kill. Each
 * version adds its own before its release: {@code ./mvnw test -pl simulation -am -Dtest=OldDataFolderTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dbotpit.folder=0.1}.
 */
final class OldDataFolderTest {
    private static final Path FOLDERS = Path.of("src/test/resources/folders");
    private static final String PASSWORD = "an old password";

    @TempDir
    Path data;

    @BeforeAll
    static void addOneWhereThatIsAskedFor() throws Exception {
        String wanted = System.getProperty("botpit.folder");
        if (wanted != null) {
            write(FOLDERS.resolve(wanted + ".zip"));
        }
    }

    static List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(FOLDERS)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void whatAnOlderVersionLeftIsKept(Path zip) throws Exception {
        unzip(zip);
        assertThat(verified(data)).isEqualTo(Files.readString(chains(zip)));

        try (ServerProcess server = ServerProcess.start(data);
                Bot ann = Bot.connect(server.port())) {
            assertOk(ann.ask("auth", Map.of("username", "ann", "password", PASSWORD)), "Authenticated");
            assertThat(ann.ask("hello").at("/data/game/id").asString()).isEqualTo("g2");
            JsonNode open = ann.ask("orders").at("/data/maker");
            assertThat(open.size()).isEqualTo(1);
            assertThat(open.at("/0/client_order_id").asString()).isEqualTo("rests");
            assertThat(ann.ask("fills").get("data").size()).isEqualTo(1);
            assertOk(ann.ask("cancel", Map.of("client_order_id", "rests")), "Order cancelled and removed.");
            assertThat(server.terminate()).isZero();
        }
        assertThat(ServerProcess.run("verify", data.toString()).exit()).isZero();
    }

    @Test
    void aJournalOfTheFutureIsRefusedAndLeftAlone() throws Exception {
        unzip(folders().getLast());
        Path journal = data.resolve("journal/g2.journal");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[11]++;
        Files.write(journal, bytes);

        ServerProcess.Finished finished =
                ServerProcess.run("serve", "--port", "0", "--feed-port", "0", "--data", data.toString());

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.err()).contains("g2.journal", "format version 3, known is 2");
        assertThat(journal).hasBinaryContent(bytes);
    }

    private static void write(Path zip) throws Exception {
        Path made = Files.createTempDirectory("botpit-folder");
        try (ServerProcess server = ServerProcess.start(made, "--whitelist", "ann,cat", "--time-limit", "5");
                Bot feed = Bot.connect(server.feedPort());
                Bot _ = tradeOnce(server)) {
            feed.next("csv");
            assertThat(server.terminate()).isZero();
        }
        try (ServerProcess server = ServerProcess.start(made);
                Bot bob = Bot.register(server.port(), "bob");
                Bot ann = Bot.connect(server.port())) {
            assertOk(ann.ask("auth", Map.of("username", "ann", "password", PASSWORD)), "Authenticated");
            trade(ann, bob);
            server.kill();
        }
        Files.createDirectories(FOLDERS);
        zip(made, zip);
        Files.writeString(chains(zip), verified(made));
    }

    private static Bot tradeOnce(ServerProcess server) throws Exception {
        Bot ann = Bot.connect(server.port());
        assertOk(ann.ask("register", Map.of("username", "ann", "password", PASSWORD)), "Registered");
        try (Bot cat = Bot.register(server.port(), "cat")) {
            trade(ann, cat);
            return ann;
        }
    }

    private static void trade(Bot maker, Bot taker) throws Exception {
        assertOk(maker.ask("sell", Map.of("price", "1000", "size", "1")), "Sell order placed.");
        assertOk(taker.ask("buy_market", Map.of("amount", "1000.00")), "Market buy order placed.");
        Map<String, String> rests = Map.of("price", "500", "size", "1.5", "client_order_id", "rests");
        assertOk(maker.ask("buy", rests), "Buy order placed.");
    }

    /** What {@code verify} says of the journals: how many commands and events, and the hash over them. */
    private static String verified(Path data) throws Exception {
        ServerProcess.Finished verify = ServerProcess.run("verify", data.toString());
        assertThat(verify.exit()).as(verify.out()).isZero();
        return String.join(
                        "\n",
                        verify.out()
                                .lines()
                                .filter(line -> line.contains("chain"))
                                .toList()) + "\n";
    }

    private static Path chains(Path zip) {
        return zip.resolveSibling(zip.getFileName().toString().replace(".zip", ".txt"));
    }

    private static void zip(Path folder, Path zip) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("admin-secret") && !file.endsWith("botpit.lock"))
                    .sorted()
                    .toList()) {
                out.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    private void unzip(Path zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = data.resolve(entry.getName());
                Files.createDirectories(data.resolve("journal"));
                Files.copy(in, file);
            }
        }
    }
}
