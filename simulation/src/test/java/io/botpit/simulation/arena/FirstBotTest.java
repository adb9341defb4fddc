package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows {@code docs/first-bot.md} to the letter, in an empty folder with the packaged program, to the first trade that
 * the server tells everybody of. Only the ports are others, so that it can run anywhere.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FirstBotTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("");
    private static final Path JAR = ROOT.resolve("server/target/botpit.jar");
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern READY = Pattern.compile("botpit ready http=127.0.0.1:(\\d+) ");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private List<String> blocks;
    private Process server;
    private String port;
    private Path folder;

    @BeforeAll
    void startTheGame(@TempDir Path scratch) throws Exception {
        folder = scratch;
        assumeThatTheJarIsOfThisCode();
        Files.createSymbolicLink(folder.resolve("botpit"), ROOT.resolve("botpit"));
        Files.createDirectories(folder.resolve("server/target"));
        Files.createSymbolicLink(folder.resolve("server/target/botpit.jar"), JAR);
        putOnThePath(Files.createDirectory(folder.resolve("bin")));
        blocks = BLOCK.matcher(Files.readString(ROOT.resolve("docs/first-bot.md")))
                .results()
                .map(block -> block.group(1).strip())
                .toList();
        server = run("exec " + blocks.getFirst() + " --port 0 --feed-port 0", "server");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(READY.matcher(said("server")).find())
                        .as(said("server"))
                        .isTrue());
        port = READY.matcher(said("server"))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    void end() throws Exception {
        http.close();
        if (server != null) {
            server.destroy();
            assertThat(server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"my-bot, PYTHON", "my-java-bot, JAVA", "my-ts-bot, NODE"})
    void aBotIsMadeStartedAndTrades(String name, Interpreter interpreter) throws Exception {
        interpreter.assumeFound();
        Process bot = run(
                onThisPort(block(" " + name + "\n")).replace("\ncd " + name + "\n", "\ncd " + name + "\nexec "), name);
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(fills(name))
                            .as("fills of %s, which said %s", name, said(name))
                            .isPositive());
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(said(name)).containsPattern("(?m)^buy 0[.]\\d{10} at \\d+[.]\\d\\d$"));
        } finally {
            bot.destroy();
            bot.waitFor();
        }
    }

    @Test
    void whoeverHasNoSdkTradesByHand() throws Exception {
        Interpreter.PYTHON.assumeFound();

        // Where many tests run, Python takes its time to connect, and leaves with its input.
        String block = block("by-hand");
        assertThat(block).contains("sleep 3");
        String patient = block.replace(
                "sleep 3",
                "for second in $(seq 20); do grep -q placed '" + log("by-hand") + "' && break; sleep 1; done");
        Process hand = run(onThisPort(patient), "by-hand");

        assertThat(hand.waitFor()).as(said("by-hand")).isZero();
        assertThat(said("by-hand")).contains("Registered", "Market buy order placed.");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(fills("by-hand")).isPositive());
    }

    private static void assumeThatTheJarIsOfThisCode() throws IOException {
        boolean fits = Files.exists(JAR);
        for (String module : fits ? List.of("server", "bots", "protocol") : List.<String>of()) {
            try (Stream<Path> classes = Files.walk(ROOT.resolve(module).resolve("target/classes"))) {
                FileTime packed = Files.getLastModifiedTime(JAR);
                fits &= classes.filter(Files::isRegularFile)
                        .noneMatch(file -> file.toFile().lastModified() > packed.toMillis());
            }
        }
        String missing = "the program is not packaged: ./mvnw package -DskipTests";
        if (!fits && "true".equals(System.getenv("CI"))) {
            fail(missing);
        }
        Assumptions.assumeTrue(fits, missing);
    }

    /** What the page takes for granted: a JDK 25, a Python with the package, and a Node.js that runs TypeScript. */
    private static void putOnThePath(Path bin) throws IOException {
        Map<String, Interpreter> commands = Map.of(
                "java", Interpreter.JAVA, "python3", Interpreter.PYTHON, "node", Interpreter.NODE_FOR_TYPESCRIPT);
        for (Map.Entry<String, Interpreter> command : commands.entrySet()) {
            String script = command.getValue()
                    .find()
                    .map(found -> "exec " + String.join(" ", found) + " \"$@\"\n")
                    .orElseGet(FirstBotTest::standIn);
            Path file = Files.writeString(bin.resolve(command.getKey()), "#!/bin/sh\n" + script);
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
    }

    /** An older Node.js runs what the compiler makes of the file. */
    private static String standIn() {
        return Interpreter.NODE
                .find()
                .map(node -> """
                        PATH=${PATH#*:}
                        node '%s' -p . --noEmit false && exec %s "${1%%.ts}.js" "$2"
                        """.formatted(TypeScript.compiler(), String.join(" ", node)))
                .orElse("exit 1\n");
    }

    private String block(String words) {
        return blocks.stream()
                .filter(block -> block.contains(words))
                .findFirst()
                .orElseThrow();
    }

    private String onThisPort(String block) {
        assertThat(block).contains("127.0.0.1:9877");
        return block.replace("127.0.0.1:9877", "127.0.0.1:" + port);
    }

    private Process run(String script, String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-ec", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment()
                .merge("PATH", folder.resolve("bin").toString(), (path, bin) -> bin + File.pathSeparator + path);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("BOTPIT_AOT", "off");
        return builder.start();
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private String said(String name) throws IOException {
        return Files.readString(log(name));
    }

    /** How many the server tells everybody of. */
    private int fills(String name) throws IOException, InterruptedException {
        String game = get("/api/v1/games").replaceAll("(?s).*?\"id\": *\"([^\"]+)\".*", "$1");
        return JSON.readTree(get("/api/v1/games/" + game + "/bots/" + name))
                .path("fills")
                .size();
    }

    private String get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
