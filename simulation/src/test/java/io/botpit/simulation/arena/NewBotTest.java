package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code botpit new-bot} writes is short, and trades when it is started as its page says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NewBotTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LINES_MAX = 30;
    private static final String ADDRESS = "ws://127.0.0.1:9877";
    private static final Duration TRADES_WITHIN = Duration.ofSeconds(60);
    private static final int GONE_WITHIN_SECONDS = 15;

    private final HttpClient http = HttpClient.newHttpClient();
    private ServerProcess server;
    private Bot maker;
    private String game;

    @TempDir
    private Path folder;

    enum Language {
        JAVA("MyBot.java", Interpreter.JAVA),
        PYTHON("bot.py", Interpreter.PYTHON),
        TYPESCRIPT("bot.ts", Interpreter.NODE);

        private final String file;
        private final Interpreter interpreter;

        Language(String file, Interpreter interpreter) {
            this.file = file;
            this.interpreter = interpreter;
        }

        private String bot() {
            return "new-" + name();
        }
    }

    @BeforeAll
    void openTheMarket(@TempDir Path data) throws Exception {
        server = ServerProcess.start(data);
        maker = Bot.register(server.port(), "maker");
        maker.ask("buy", Map.of("price", "999.00", "size", "1"));
        maker.ask("sell", Map.of("price", "1001.00", "size", "1"));
        game = maker.ask("hello").get("data").get("game").get("id").asString();
    }

    @AfterAll
    void close() {
        http.close();
        maker.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aNewBotIsShortAndTradesAsItsPageSays(Language language) throws Exception {
        List<String> interpreter = language.interpreter.assumeFound();
        Path home = scaffold(language);

        try (Stream<String> lines = Files.lines(home.resolve(language.file))) {
            assertThat(lines.filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(LINES_MAX);
        }
        List<String> command = new ArrayList<>(interpreter);
        command.addAll(arguments(language, home));
        Path out = home.resolve("out.log");
        Process bot = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            await().atMost(TRADES_WITHIN)
                    .untilAsserted(() -> assertThat(fills(language.bot()))
                            .as("fills of %s, which said %s", language, Files.readString(out))
                            .isNotEmpty());
            assertThat(bot.isAlive()).isTrue();
            assertThat(home.resolve(language.bot() + ".token")).exists();
        } finally {
            bot.destroy();
            assertThat(bot.waitFor(GONE_WITHIN_SECONDS, TimeUnit.SECONDS))
                    .as("it goes when it is told to, after %s", Files.readString(out))
                    .isTrue();
        }
    }

    private Path scaffold(Language language) {
        ServerProcess.Finished made =
                ServerProcess.runHere("new-bot", language.name(), language.bot(), "--in", folder.toString());

        assertThat(made.exit()).as(made.err()).isZero();
        return folder.resolve(language.bot());
    }

    /** What its page says behind the name of the interpreter, for this test's server. */
    private List<String> arguments(Language language, Path home) throws Exception {
        String line = Files.readAllLines(home.resolve("README.md")).stream()
                .filter(one -> one.startsWith("    ") && one.endsWith(ADDRESS))
                .findFirst()
                .orElseThrow();
        List<String> words = new ArrayList<>(List.of(line.strip().split(" ", -1)));
        words.removeFirst();
        words.set(words.size() - 1, "ws://127.0.0.1:" + server.port());
        if (language == Language.TYPESCRIPT) {
            // Older versions run what comes out.
            TypeScript.compile(home);
            if (Interpreter.NODE_FOR_TYPESCRIPT.find().isEmpty()) {
                words.set(0, "bot.js");
            }
        }
        return words;
    }

    /** What the server tells everybody about a bot. */
    private List<JsonNode> fills(String name) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/games/" + game + "/bots/" + name);
        String body = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
        return Optional.ofNullable(JSON.readTree(body).get("fills")).stream()
                .flatMap(JsonNode::valueStream)
                .toList();
    }
}
