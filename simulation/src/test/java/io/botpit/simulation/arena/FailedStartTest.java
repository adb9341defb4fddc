package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot start says why in one line, and leaves the folder as it was. */
final class FailedStartTest {
    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Map<String, String> before = Map.of();

    @BeforeEach
    void play() throws Exception {
        data = folder.resolve("data");
        try (ServerProcess server = ServerProcess.start(data);
                Bot ann = Bot.register(server.port(), "ann")) {
            ann.ask("buy", Map.of("price", "1", "size", "1"));
            assertThat(server.terminate()).isZero();
        }
        before = files();
        assertThat(before).containsKeys("botpit.mv.db", "journal/g1.journal", "journal/lobby.journal", "admin-secret");
    }

    @AfterEach
    void nothingHasChanged() throws Exception {
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            assertRefused(1, "cannot listen on 127.0.0.1:" + port, "--port", port, "--feed-port", "0");
            assertRefused(1, "cannot listen on 127.0.0.1:" + port, "--port", "0", "--feed-port", port);
        }
    }

    @Test
    void aConfigurationThatIsWrong() throws Exception {
        for (List<String> wrong : List.of(
                List.of("prot: 9877", "prot"),
                List.of("port: many", "port"),
                List.of("port: [", "config.yaml"),
                List.of("time-limit: -1", "time-limit"))) {
            Path config = Files.writeString(folder.resolve("config.yaml"), wrong.getFirst());

            assertRefused(2, wrong.getLast(), "--config", config.toString());
        }
        assertRefused(
                2, "absent.yaml", "--config", folder.resolve("absent.yaml").toString());
    }

    @Test
    void aKeyThatIsNone() throws Exception {
        Path pem = Files.writeString(
                folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        assertRefused(2, "key.pem", "--pem-file", pem.toString());
        assertRefused(
                2, "absent.pem", "--pem-file", folder.resolve("absent.pem").toString());
    }

    @Test
    void aDatabaseThatSomebodyElseHasOpen() throws Exception {
        try (FileChannel database = FileChannel.open(data.resolve("botpit.mv.db"), StandardOpenOption.WRITE);
                FileLock _ = database.lock()) {
            assertRefused(1, "botpit.mv.db", "--port", "0", "--feed-port", "0");
        }
    }

    private void assertRefused(int exit, String why, String... options) throws Exception {
        String[] serve = Stream.concat(Stream.of("serve", "--data", data.toString()), Stream.of(options))
                .toArray(String[]::new);

        ServerProcess.Finished finished = ServerProcess.run(serve);

        assertThat(finished.err()).contains(why).hasLineCount(1);
        assertThat(finished.exit()).isEqualTo(exit);
        assertThat(finished.out()).isEmpty();
    }

    private Map<String, String> files() throws Exception {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sums.put(data.relativize(file).toString(), sum(file));
            }
        }
        return sums;
    }

    private static String sum(Path file) throws IOException, java.security.NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
