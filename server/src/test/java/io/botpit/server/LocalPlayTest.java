package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.bots.Bot;
import io.botpit.bots.BotRunner;
import io.botpit.bots.BotSettings;
import io.botpit.bots.Tokens;
import io.botpit.bots.WebSocketWire;
import io.botpit.bots.house.HouseBots;
import io.botpit.server.cli.Program;
import io.botpit.server.config.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Local games as a user plays them: command line, journal, programs on pipes. */
final class LocalPlayTest {
    /** Says when it is done, and waits for each answer; sells a little on each turn. */
    private static final String PATIENT = """
            say() { printf '%s\\n' "$1"; while read -r answer; do case $answer in *'"status"'*) return;; esac; done; }
            say '{"cmd":"register","params":{"username":"'$BOT_NAME'"}}'
            while :; do
              say '{"cmd":"sell_market","params":{"amount":"0.01"}}'
              say '{"cmd":"ping","params":{}}'
              case $answer in '') exit 0;; esac
            done
            """;

    private static final String LOG_IN =
            "printf '%s\\n' '{\"cmd\":\"register\",\"params\":{\"username\":\"'$BOT_NAME'\"}}'; read -r answer; ";

    private final LocalLine line = new LocalLine();

    @TempDir
    private Path folder;

    private String program(String name, String text) throws IOException {
        return "exec:sh " + Files.writeString(folder.resolve(name + ".sh"), text);
    }

    @Test
    void theSameSeedIsTheSameGame() {
        String one = line.json("play", "--bots=noise,momentum", "--seed=7", "--time-limit=60", "--json");

        assertThat(line.json("play", "--bots=noise,momentum", "--seed=7", "--time-limit=60", "--json"))
                .isEqualTo(one)
                .contains("\"phase\":\"ended\"", "\"cause\":\"time_limit\"", "\"millis\":60000", "\"faults\":{}");
        assertThat(line.json("play", "--bots=noise,momentum", "--seed=8", "--time-limit=60", "--json"))
                .isNotEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({"classic,''", "open-market,''", "ranked,''", "classic,news"})
    void whatItWritesIsAnOrdinaryJournalThatEndsTheSame(String preset, String scenario) {
        String data = folder.resolve("kept").toString();
        String world = scenario.isEmpty() ? "--preset=" + preset : "--scenario=" + scenario;

        String played = line.json(
                "play", "--bots=noise,noise-1=momentum", world, "--time-limit=180", "--data=" + data, "--json");
        Path journal = folder.resolve("kept/journal/g1.journal");

        assertThat(line.json("verify", data))
                .contains("g1: ok")
                .contains("lobby: ok")
                .doesNotContain("NOT OK");
        assertThat(line.json("verify", journal.toString())).contains("g1: ok");
        assertThat(line.json("play", "--replay=" + journal, "--json")).isEqualTo(played);
        assertThat(line.run("play", "--data=" + data)).isEqualTo(2);
        assertThat(line.err()).contains("has games in it: name a folder that is empty or new");
    }

    @Test
    void theCommandsOfAServerHaveTheSameResultHere() throws Exception {
        Map<Setting, String> settings =
                Map.of(Setting.PRESET, "open-market", Setting.TIME_LIMIT, "4", Setting.WHITELIST, "ann,bob");
        String table;
        try (Program.Server server = OwnServer.start(folder, settings);
                HttpClient http = HttpClient.newHttpClient()) {
            String address = "127.0.0.1:" + server.httpPort();
            List.of("ann", "bob")
                    .forEach(name -> Thread.ofVirtual()
                            .start(() -> new BotRunner(
                                            WebSocketWire.to(URI.create("ws://" + address)),
                                            new Bot(
                                                    name,
                                                    Tokens.inMemory(),
                                                    HouseBots.create("noise", 3, name.length())),
                                            BotSettings.standard())
                                    .run()));
            HttpRequest asking = HttpRequest.newBuilder(URI.create("http://" + address + "/api/v1/games/g1/standings"))
                    .build();
            table = Awaitility.await()
                    .atMost(30, TimeUnit.SECONDS)
                    .until(
                            () -> http.send(asking, HttpResponse.BodyHandlers.ofString())
                                    .body(),
                            body -> body.contains("\"final\":true"));
        }

        String again = line.json("play", "--replay=" + folder.resolve("data/journal/g1.journal"), "--json");

        assertThat(standings(again)).contains("ann", "bob").isEqualTo(standings(table));
    }

    private static String standings(String json) {
        int from = json.indexOf("\"standings\":");
        return json.substring(from, json.indexOf(']', from) + 1);
    }

    @ParameterizedTest
    @CsvSource({"classic", "ranked"})
    void aProgramThatSaysWhenItIsDonePlaysTheSameGameEachTime(String preset) throws IOException {
        String patient = program("patient", PATIENT);
        String[] words = {
            "play",
            "--bots=seller=" + patient + ",noise",
            "--preset=" + preset,
            "--time-limit=180",
            "--house=3",
            "--json"
        };

        String played = line.json(words);

        assertThat(line.json(words)).isEqualTo(played).contains("\"name\":\"seller\"", "\"faults\":{}");
        // Three minutes of two beats a second: it had each of its turns.
        assertThat(commands(played)).isGreaterThan(360);
    }

    @Test
    void aCommandMayBeAnythingThatTheShellUnderstands() throws IOException {
        Files.writeString(folder.resolve("patient.sh"), PATIENT);
        String command = "cd '" + folder + "' && { sleep 60 & echo $! >child; sh patient.sh 1,2; }";

        String played = line.json("play", "--bots=noise", "--bot=me=exec:" + command, "--time-limit=5", "--json");

        assertThat(played).contains("\"name\":\"me\"", "\"name\":\"noise\"", "\"faults\":{}");
        Path child = Path.of("/proc", Files.readString(folder.resolve("child")).strip(), "cmdline");
        Awaitility.await()
                .until(() -> !Files.exists(child) || Files.readString(child).isEmpty());
    }

    private static int commands(String json) {
        return Integer.parseInt(json.replaceFirst("(?s).*\"commands\":(\\d+).*", "$1"));
    }

    @Test
    void whoGoesWrongIsNamedAndTheOthersPlayOn() throws IOException {
        String dies = program("dies", LOG_IN + "exit 3");
        String floods = program("floods", LOG_IN + "while :; do echo '{\"cmd\":\"price\",\"params\":{}}'; done");
        String garbage = program("garbage", LOG_IN + "while :; do echo nonsense; done");
        String hangs = program("hangs", LOG_IN + "echo '{\"cmd\":\"ping\",\"params\":{}}'; exec sleep 60");
        String shouts = program("shouts", LOG_IN + "head -c 20000 /dev/zero; exec sleep 60");
        String bots = "dies=" + dies + ",floods=" + floods + ",garbage=" + garbage + ",hangs=" + hangs + ",shouts="
                + shouts + ",exec:/nowhere/bot,noise";

        int code = line.run("play", "--bots=" + bots, "--time-limit=60", "--turn-limit=100", "--json");

        assertThat(code).isEqualTo(1);
        assertThat(line.out())
                .contains(
                        "\"dies\":\"ended with exit code 3\"",
                        "\"floods\":\"sent ",
                        "frames without an answer (frames_unanswered_max=1024): read the answers",
                        "\"garbage\":\"cut by the game: malformed (1008)\"",
                        "\"hangs\":\"stalled: no word in 3 turns of 100 ms each",
                        "\"shouts\":\"sent a line of more than 16384 bytes (frame_bytes_max)",
                        "\"bot\":\"ended with exit code 127\"",
                        "\"cause\":\"time_limit\"");
    }

    @Test
    void whoDiesEarlyWasThereForAPartOfTheGame() throws IOException {
        String data = folder.resolve("kept").toString();
        String bots = "noise,dies=" + program("dies", LOG_IN + "exit 3");

        assertThat(line.run("play", "--bots=" + bots, "--house=0", "--time-limit=20", "--data=" + data))
                .isEqualTo(1);

        assertThat(line.json("export", "report", "--data", data).lines())
                .hasSize(2)
                .anyMatch(row -> row.matches(".*\"bot\":\"dies\".*\"uptime\":0\\.[01].*"))
                .anyMatch(row -> row.matches(".*\"bot\":\"noise\".*\"uptime\":1\\.0.*"));
        assertThat(line.json("verify", data)).contains("g1");
    }

    @Test
    void aComparisonDoesNotDependOnTheNumberOfThreads() {
        String[] words = {"ab", "noise", "momentum", "--games=8", "--time-limit=60", "--json", "--threads=1"};

        String one = line.json(words);
        words[6] = "--threads=4";

        assertThat(line.json(words))
                .isEqualTo(one)
                .contains("\"a\":\"noise\"", "\"games\":8", "\"low\":", "\"aAhead\":");
    }

    @Test
    void aBotIsAsGoodAsItself() {
        assertThat(line.json("ab", "noise", "noise", "--games=4", "--time-limit=30", "--require=not-worse", "--json"))
                .contains("\"mean\":0.0", "\"low\":0.0", "\"high\":0.0");
        assertThat(line.run("ab", "noise", "noise", "--games=4", "--time-limit=30", "--require=better"))
                .isEqualTo(1);
    }

    @Test
    void aGameThatGoesWrongSaysHowItIsPlayedAgain() throws IOException {
        String dies = program("dies", LOG_IN + "exit 3");

        assertThat(line.run("ab", "noise", dies, "--games=4", "--time-limit=5", "--house=1", "--seed=9", "--threads=1"))
                .isEqualTo(1);

        assertThat(line.err())
                .startsWith("botpit ab: game with seed 9: bot ended with exit code 3; to play it again: botpit play")
                .contains(" --bot noise=noise --bot 'bot=" + dies + "' --seed 9 --time-limit 5 --house 1");
    }

    @Test
    void aBuildHearsWhetherABotBecameWorse() {
        assertThat(line.run("ab", "momentum", "mean-reversion", "--games=12", "--require=not-worse"))
                .isEqualTo(1);
        assertThat(line.out()).contains("A momentum against B mean-reversion: 12 games", "A is worse.");
        assertThat(line.run("ab", "mean-reversion", "momentum", "--games=12", "--require=better"))
                .isZero();
    }
}
