package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample bot plays five seconds against a real server, and comes back under its name. */
final class SampleBotsTest {
    private static final Path SAMPLES =
            Path.of("").toAbsolutePath().resolveSibling("src-sample-bots").normalize();
    private static final Duration TRADES_WITHIN = Duration.ofSeconds(60);
    private static final int PLAY_SECONDS = 5;
    private static final int GONE_WITHIN_SECONDS = 10;

    @TempDir
    Path data;

    @TempDir
    Path home;

    static Stream<Sample> samples() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(
                new Sample("java/SampleBot.java", List.of("--version"), List.of(List.of(java))),
                new Sample(
                        "python/sample_bot.py",
                        List.of("-c", "import websockets"),
                        List.of(List.of("/usr/bin/python3"), List.of("python3"))),
                new Sample(
                        "javascript/sample-bot.mjs",
                        List.of("-e", "process.exit(typeof WebSocket === 'function' ? 0 : 1)"),
                        List.of(List.of("node"), List.of("node", "--experimental-websocket"))));
    }

    /** A sample, and what may run it: the first that answers the question with exit code 0 does. */
    record Sample(String file, List<String> question, List<List<String>> interpreters) {
        @Override
        public String toString() {
            return file;
        }

        private List<String> command() {
            Optional<List<String>> found =
                    interpreters.stream().filter(this::saysYes).findFirst();
            String missing = "nothing here runs " + file + ": tried " + interpreters + " with " + question;
            if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
                fail(missing);
            }
            Assumptions.assumeTrue(found.isPresent(), missing);
            return with(found.orElseThrow(), List.of(SAMPLES.resolve(file).toString()));
        }

        private boolean saysYes(List<String> interpreter) {
            try {
                Process asked = new ProcessBuilder(with(interpreter, question))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return asked.waitFor(TRADES_WITHIN.toSeconds(), TimeUnit.SECONDS) && asked.exitValue() == 0;
            } catch (IOException notThere) {
                return false;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSamplePlaysFiveSecondsAndComesBackUnderItsName(Sample sample) throws Exception {
        List<String> command = sample.command();

        try (ServerProcess server = ServerProcess.start(data);
                Bot maker = Bot.register(server.port(), "maker")) {
            maker.ask("buy", Map.of("price", "999.00", "size", "1"));
            maker.ask("sell", Map.of("price", "1001.00", "size", "1"));

            String first = play(command, server.port());
            assertThat(first).contains("register: ").contains("Registered");

            String second = play(command, server.port());
            assertThat(second).contains("auth: ").contains("Authenticated").doesNotContain("register: ");
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleStaysBelowSixtyLines(Sample sample) throws IOException {
        try (Stream<String> lines = Files.lines(SAMPLES.resolve(sample.file))) {
            assertThat(lines.count()).isLessThan(60);
        }
    }

    /** Until it has made offers on both sides, and five seconds more; what it printed. */
    private String play(List<String> command, int port) throws IOException, InterruptedException {
        Path out = Files.createTempFile(home, "sample", ".log");
        Process bot = new ProcessBuilder(with(command, List.of("ws://127.0.0.1:" + port, "sample")))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            await().atMost(TRADES_WITHIN)
                    .untilAsserted(() -> assertThat(Files.readString(out))
                            .contains("Buy order placed.")
                            .contains("Sell order placed."));
            boolean ended = bot.waitFor(PLAY_SECONDS, TimeUnit.SECONDS);
            assertThat(ended)
                    .as("it goes on playing, after %s", Files.readString(out))
                    .isFalse();
        } finally {
            bot.destroy();
            assertThat(bot.waitFor(GONE_WITHIN_SECONDS, TimeUnit.SECONDS))
                    .as("it goes when it is told to")
                    .isTrue();
        }
        return Files.readString(out);
    }

    private static List<String> with(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
