package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample bot plays five seconds against a real server, and comes back under its name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleBotsTest {
    private static final Path SAMPLES =
            Path.of("").toAbsolutePath().resolveSibling("src-sample-bots").normalize();
    private static final Duration TRADES_WITHIN = Duration.ofSeconds(60);
    private static final int PLAY_SECONDS = 5;
    private static final int GONE_WITHIN_SECONDS = 10;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Future<List<String>>> plays = new HashMap<>();
    private final Deque<AutoCloseable> closing = new ArrayDeque<>();

    /** How a sample is started, where, against which port and as whom. */
    private record Stage(List<String> command, Path home, int port, String name) {}

    static Stream<Sample> samples() {
        return Stream.of(
                new Sample("java/SampleBot.java", Interpreter.JAVA),
                new Sample("python/sample_bot.py", Interpreter.PYTHON),
                new Sample("javascript/sample-bot.mjs", Interpreter.NODE));
    }

    /** A sample, and what runs it. */
    record Sample(String file, Interpreter interpreter) {
        @Override
        public String toString() {
            return file;
        }

        /** What it plays as. */
        private String name() {
            return "sample-" + file.substring(0, file.indexOf('/'));
        }

        private Optional<List<String>> command() {
            return interpreter
                    .find()
                    .map(found -> with(found, List.of(SAMPLES.resolve(file).toString())));
        }
    }

    /** All at the same time: most of it is waiting. */
    @BeforeAll
    void letThemPlay(@TempDir Path data, @TempDir Path home) throws Exception {
        ServerProcess server = ServerProcess.start(data);
        closing.push(server);
        Bot maker = Bot.register(server.port(), "maker");
        closing.push(maker);
        maker.ask("buy", Map.of("price", "999.00", "size", "1"));
        maker.ask("sell", Map.of("price", "1001.00", "size", "1"));
        for (Sample sample : samples().toList()) {
            Optional<List<String>> command = sample.command();
            if (command.isPresent()) {
                Path own = Files.createDirectory(home.resolve(sample.name()));
                Stage stage = new Stage(command.get(), own, server.port(), sample.name());
                plays.put(sample.name(), threads.submit(() -> List.of(play(stage), play(stage))));
            }
        }
    }

    @AfterAll
    void close() throws Exception {
        threads.shutdownNow();
        for (AutoCloseable one : closing) {
            one.close();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSamplePlaysFiveSecondsAndComesBackUnderItsName(Sample sample) throws Exception {
        Future<List<String>> play = plays.get(sample.name());
        sample.interpreter().assumeFound();

        List<String> printed = Objects.requireNonNull(play).get();

        assertThat(printed.getFirst()).contains("register: ").contains("Registered");
        assertThat(printed.getLast())
                .contains("auth: ")
                .contains("Authenticated")
                .doesNotContain("register: ");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleStaysBelowSixtyLines(Sample sample) throws IOException {
        try (Stream<String> lines = Files.lines(SAMPLES.resolve(sample.file))) {
            assertThat(lines.count()).isLessThan(60);
        }
    }

    /** Until it has made offers on both sides, and five seconds more; what it printed. */
    private static String play(Stage stage) throws IOException, InterruptedException {
        Path out = Files.createTempFile(stage.home(), "sample", ".log");
        Process bot = new ProcessBuilder(with(stage.command(), List.of("ws://127.0.0.1:" + stage.port(), stage.name())))
                .directory(stage.home().toFile())
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
