package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program as a process of its own, as scripts see it. */
final class ProgramTest {
    private static final int SECONDS_MAX = 60;
    private static final Pattern READY =
            Pattern.compile("botpit ready http=127\\.0\\.0\\.1:(\\d+) feed=127\\.0\\.0\\.1:(\\d+) data=(\\S+) "
                    + "durability=process pid=(\\d+)");

    @TempDir
    private Path folder;

    private Process start(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("BOTPIT_"));
        return builder.start();
    }

    private int run(String name, String... arguments) throws Exception {
        Process process = start(name, arguments);
        try {
            assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String out(String name) {
        return text(folder.resolve(name + ".out"));
    }

    private String err(String name) {
        return text(folder.resolve(name + ".err"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Matcher ready(String name) {
        Awaitility.await()
                .atMost(SECONDS_MAX, TimeUnit.SECONDS)
                .until(() -> out(name).endsWith("\n"));
        Matcher line = READY.matcher(out(name).strip());
        assertThat(line.matches()).as(out(name)).isTrue();
        return line;
    }

    /** Everything in the data folder that must not change when a second process comes by. */
    private Map<String, Long> sizes(Path data) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".mv.db")) {
                    sizes.put(data.relativize(file).toString(), Files.size(file));
                }
            }
        }
        return sizes;
    }

    @Test
    void aServerIsAloneInItsFolderAndGoesDownWhenTheAdminSaysSo() throws Exception {
        Process server = start("first", "serve", "--port", "0", "--feed-port", "0", "--paused", "--data", "d");
        try {
            String port = ready("first").group(1);
            Map<String, Long> before = sizes(folder.resolve("d"));

            assertThat(run("second", "serve", "--port", "0", "--feed-port", "0", "--data", "d"))
                    .isEqualTo(1);
            assertThat(err("second"))
                    .startsWith("botpit serve: ")
                    .contains("data folder")
                    .hasLineCount(1);
            assertThat(sizes(folder.resolve("d"))).isEqualTo(before);

            assertThat(run("third", "serve", "--port", port, "--feed-port", "0", "--data", "e"))
                    .isEqualTo(1);
            assertThat(err("third"))
                    .startsWith("botpit serve: cannot listen on 127.0.0.1:" + port)
                    .hasLineCount(1);
            assertThat(folder.resolve("e")).doesNotExist();

            assertThat(run("admin", "admin", "shutdown", "--data", "d", "--url", "http://127.0.0.1:" + port))
                    .as(err("admin"))
                    .isZero();
            assertThat(server.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isZero();
            assertThat(out("first")).hasLineCount(1);
        } finally {
            server.destroyForcibly();
        }
        assertThat(run("verify", "verify", "d")).isZero();
        assertThat(out("verify")).contains("lobby: ok", "g1: ok", "tables: ok");
    }

    @Test
    void aSignalEndsItInOrder() throws Exception {
        Process server = start("served", "serve", "--port", "0", "--feed-port", "0", "--data", "s");
        try {
            assertThat(ready("served").group(4)).isEqualTo(String.valueOf(server.pid()));
            server.destroy();

            assertThat(server.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isZero();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void theDemoPlaysAWholeGame() throws Exception {
        int code = run("demo", "demo", "--once", "--seconds", "5", "--bots", "4", "--port", "0", "--feed-port", "0");

        assertThat(code).as(err("demo")).isZero();
        assertThat(out("demo"))
                .contains("Botpit demo: 4 bots, 5 seconds", "Watch it at http://127.0.0.1:", "botpit ready http=")
                .containsPattern("Final table of game g1 \\(ended\\)\\R +# +bot +equity USD +score\\R +1 +\\S+");
    }
}
