package io.botpit.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Committed;
import io.botpit.persistence.Recomputed;
import io.botpit.persistence.RowDifference;
import io.botpit.persistence.journal.Journals;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.config.Setting;
import io.botpit.server.local.LocalArena;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class CliTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Stub program = new Stub();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new Cli(program, terminal(environment)).run(arguments);
    }

    private Terminal terminal(Map<String, String> environment) {
        return new Terminal(new PrintWriter(out), new PrintWriter(err), environment, false);
    }

    /** A server that ends by itself. */
    private static final class Stub implements Program {
        private final List<ServerConfig> started = new ArrayList<>();
        private boolean breaks;
        private boolean fails;
        private Recomputed.@Nullable Difference ratingDifference;
        private Recomputed.@Nullable Difference standingDifference;
        private long unchecked;

        @Override
        public Server start(ServerConfig config) {
            started.add(config);
            if (fails) {
                throw new Failed("no server today");
            }
            return new Server() {
                @Override
                public int httpPort() {
                    return 1111;
                }

                @Override
                public int feedPort() {
                    return 2222;
                }

                @Override
                public void awaitShutdown() {}

                @Override
                public boolean isStopping() {
                    return false;
                }

                @Override
                public boolean isBroken() {
                    return breaks;
                }

                @Override
                public void endGames() {}

                @Override
                public void close() {}
            };
        }

        @Override
        public LocalArena arena(ServerConfig config, long seed, Consumer<Committed> witness) {
            throw new IllegalStateException("nothing is run here");
        }

        @Override
        public Journals journals(Path in) {
            return new Journals(in);
        }

        @Override
        public List<RowDifference> tableDifferences(Path dataFolder, @Nullable String databaseUrl) {
            return List.of();
        }

        @Override
        public Recomputed ratings(Path dataFolder, @Nullable String databaseUrl, Consumer<String> text) {
            return new Recomputed(3, "0".repeat(64), 0, ratingDifference);
        }

        @Override
        public Recomputed standings(Path dataFolder, Consumer<String> text) {
            text.accept("tournament t1 finished");
            return new Recomputed(1, "1".repeat(64), unchecked, standingDifference);
        }
    }

    @Test
    void serveSaysWhenItIsReadyAndNothingElse() {
        int code = run("serve", "--data", "x", "--durability", "power");

        assertThat(code).isZero();
        assertThat(out.toString())
                .isEqualTo("botpit ready http=127.0.0.1:1111 feed=127.0.0.1:2222 data=x durability=power pid="
                        + ProcessHandle.current().pid() + System.lineSeparator());
        assertThat(err.toString()).isEqualTo("admin secret: in the file x/admin-secret" + System.lineSeparator());
    }

    @Test
    void aBrokenMachineIsAFailure() {
        program.breaks = true;

        assertThat(run("serve")).isEqualTo(1);
    }

    @Test
    void optionsReachTheConfiguration() {
        run(Map.of("BOTPIT_PORT", "5"), "serve", "--paused", "--whitelist", "ann,bob", "--feed-port=7");

        assertThat(program.started).singleElement().satisfies(config -> {
            assertThat(config.network().httpPort()).isEqualTo(5);
            assertThat(config.network().feedPort()).isEqualTo(7);
            assertThat(config.game().schedule().startPaused()).isTrue();
            assertThat(config.game().whitelist()).containsExactly("ann", "bob");
        });
    }

    @Test
    void theDemosOwnValuesGiveWayToTheFileTheEnvironmentAndTheOptions() throws IOException {
        Path file = Files.writeString(folder.resolve("pit.yaml"), """
                data: of the file
                port: 1
                feed-port: 2
                bind: 127.0.0.2
                """);
        program.fails = true;

        run(
                Map.of("BOTPIT_PORT", "3", "BOTPIT_FEED_PORT", "4"),
                "demo",
                "--config=" + file,
                "--feed-port=5",
                "--bots=2",
                "--seconds=9");

        assertThat(program.started).singleElement().satisfies(config -> {
            assertThat(config.network())
                    .isEqualTo(new ServerConfig.Network("127.0.0.2", 3, 5, Optional.empty(), List.of()));
            assertThat(config.storage().dataFolder()).isEqualTo(Path.of("of the file"));
            assertThat(config.game().whitelist()).hasSize(2);
            assertThat(config.game().schedule().timeLimitSeconds()).hasValue(9);
        });
    }

    @Test
    void aDemoIsKeptInAFolderOfItsOwnEachTime() {
        program.fails = true;

        run("demo");
        run("demo");

        assertThat(program.started)
                .extracting(config -> config.storage().dataFolder())
                .doesNotHaveDuplicates()
                .allSatisfy(data -> {
                    assertThat(data.getParent()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
                    assertThat(data).doesNotExist();
                });
    }

    @Test
    void whatTheDemoDecidesItselfIsRefusedInTheFileAndTheEnvironmentToo() throws IOException {
        Path file = Files.writeString(folder.resolve("pit.yaml"), "time-limit: 600\n");

        assertThat(run("demo", "--config=" + file)).isEqualTo(2);
        assertThat(run(Map.of("BOTPIT_WHITELIST", "ann"), "demo")).isEqualTo(2);

        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("botpit demo: pit.yaml: time-limit: leave it out"),
                        line -> assertThat(line).startsWith("botpit demo: BOTPIT_WHITELIST: the demo lists its own"));
        assertThat(program.started).isEmpty();
    }

    @Test
    void everySettingIsAnOptionOfServeAndDemo() {
        for (String command : List.of("serve", "demo")) {
            CommandLine spec = subcommands().get(command);
            assertThat(spec).isNotNull();
            assertThat(spec.getCommandSpec().optionsMap())
                    .containsKeys(
                            Setting.options().stream().map(Setting::option).toArray(String[]::new))
                    .doesNotContainKey("--admin-secret");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | botpit: which command? serve, demo, play, ab, bot, new-bot, admin, tournament, verify, recompute, export, bench, version
            serv                        | botpit: Unmatched argument at index 0: 'serv'
            serve --prot 1              | botpit serve: Unknown options: '--prot', '1'
            serve --port x              | botpit serve: --port: must be a whole number from 0 to 65535, not 'x'
            serve --port 9876           | botpit serve: default of feed-port: must differ from port
            serve --bind 0.0.0.0        | botpit serve: --bind: 0.0.0.0 is open to others
            serve --config /nowhere.yml | botpit serve: /nowhere.yml: no such file
            serve --admin-secret x      | botpit serve: Unknown options: '--admin-secret', 'x'
            demo --bots 1               | botpit demo: --bots: must be from 2 to 100, not 1
            demo --whitelist ann,bob    | botpit demo: --whitelist: the demo lists its own bots; leave it out, --bots says how many
            demo --time-limit 60        | botpit demo: --time-limit: leave it out, the length of the demo is --seconds
            demo --seconds 0            | botpit demo: --seconds: must be from 1 to 86400, not 0
            bot                         | botpit bot: Missing required parameter: 'NAME'
            bot genius                  | botpit bot: no bot is called 'genius'; there are market-maker
            play --bots genius          | botpit play: --bots: no bot is called 'genius'; there are market-maker
            play --speed 0              | botpit play: --speed: must be max or a number up to 10000, not '0'
            play --time-limit 0         | botpit play: --time-limit: must be a whole number from 1 to 2592000, not '0'
            play --listen 70000         | botpit play: --listen: must be from 0 to 65535, not 70000
            ab noise socket             | botpit ab: A and B: nobody connects to so many games: name programs, as exec:COMMAND
            play --scenario x           | botpit play: --scenario: no scenario 'x'
            play --house 101            | botpit play: --house: must be from 0 to 100, not 101
            play --house genius:1       | botpit play: --house: unknown house bot 'genius', known are
            play --turn-limit 0         | botpit play: --turn-limit: must be from 1 to 3600000, not 0
            play --replay x --bots y    | botpit play: --bots: has no effect beside --replay: leave one of them out
            play --replay x --seed 2    | botpit play: --seed: has no effect beside --replay: leave one of them out
            play --debug --speed 1      | botpit play: --speed: has no effect beside --debug: leave one of them out
            play --debug --turn-limit 9 | botpit play: --turn-limit: has no effect beside --debug: leave one of them out
            play --out /nowhere/x.json  | botpit play: --out: there is no folder /nowhere: make it first
            play --report /             | botpit play: --report: / is a folder: name a file in it
            play --bots a=noise,a=noise --house x | botpit play: --house: unknown house bot 'x'
            ab noise                    | botpit ab: Missing required parameter: 'B'
            ab noise genius             | botpit ab: A and B: no bot is called 'genius'
            ab noise noise --games 7    | botpit ab: --games: must be even, not 7: each two games change the seats
            ab noise noise --games 2    | botpit ab: --games: must be from 4 to 100000, not 2
            ab noise noise --require no | botpit ab: Invalid value for option '--require'
            admin                       | botpit admin: Missing required parameter: 'ACT'
            admin dance                 | botpit admin: no act is called 'dance'
            admin open --position-max BTC | botpit admin: --position-max: must look like BTC=50,ETH=400.5
            admin open --position-max BTC=1,BTC=2 | botpit admin: --position-max: names BTC twice: once is enough
            admin open --notional-max x | botpit admin: Invalid value for option '--notional-max'
            admin announce              | botpit admin: TEXT is missing
            verify                      | botpit verify: Missing required parameter: 'FILE-or-DATA-DIR'
            export weather              | botpit export: Invalid value for positional parameter at index 0
            export games --game G!      | botpit export: --game: must match [a-z0-9][a-z0-9-]{0,31}, not 'G!'
            verify x.journal --db u     | botpit verify: --db: needs a data folder, not a single journal
            """)
    void wrongUsageIsOneLineAndTwo(String line, String message) {
        int code = run(line.isEmpty() ? new String[0] : line.split(" ", -1));

        assertThat(err.toString()).startsWith(message).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
        assertThat(code).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            recompute /nowhere           | botpit recompute: /nowhere is no data folder
            play --replay /nowhere       | botpit play: /nowhere is no game's journal
            verify /nowhere              | botpit verify: /nowhere is neither a data folder nor a journal
            export games --data /nowhere | botpit export: /nowhere is no data folder: it has no folder journal
            admin pause --data /nowhere  | botpit admin: no admin secret in BOTPIT_ADMIN_SECRET or in /nowhere/admin-secret
            """)
    void aFailureIsOneLineAndOne(String line, String message) {
        int code = run(line.split(" ", -1));

        assertThat(err.toString()).startsWith(message).hasLineCount(1);
        assertThat(code).isEqualTo(1);
    }

    @Test
    void recomputeSaysWhetherTheRatingsAreThoseOfTheResults() throws IOException {
        Files.createDirectories(folder.resolve("journal"));
        Map<String, String> database = Map.of("BOTPIT_DB", "jdbc:postgresql://db/botpit");

        assertThat(run(database, "recompute", folder.toString())).isZero();
        program.ratingDifference = new Recomputed.Difference(2, "rating 1", "rating 2");
        program.standingDifference = new Recomputed.Difference(1, "tournament t1 running", "tournament t1 finished");
        assertThat(run(database, "recompute", folder.toString())).isEqualTo(1);
        program.standingDifference = null;
        program.unchecked = 2;
        assertThat(run(database, "recompute", folder.toString())).isEqualTo(1);
        program.ratingDifference = null;
        Path standings = folder.resolve("standings.txt");
        String[] line = {"recompute", "--json", "--standings-out", standings.toString(), folder.toString()};
        assertThat(run(database, line)).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "ratings: ok, equal byte for byte, 3 lines, sha256 " + "0".repeat(64),
                        "standings: ok, equal byte for byte, 1 lines, sha256 " + "1".repeat(64),
                        "ratings: NOT OK: line 2 should be \"rating 2\" and is \"rating 1\", 3 lines, sha256 "
                                + "0".repeat(64),
                        "standings: NOT OK: line 1 should be \"tournament t1 finished\" and is \"tournament t1 running\", 1 lines,"
                                + " sha256 " + "1".repeat(64),
                        "ratings: NOT OK: line 2 should be \"rating 2\" and is \"rating 1\", 3 lines, sha256 "
                                + "0".repeat(64),
                        "standings: ok, equal byte for byte, 2 cannot be checked: their games are of another behaviour version,"
                                + " 1 lines, sha256 " + "1".repeat(64),
                        "{\"ratings\":\"compared\",\"ok\":true,\"lines\":3,\"sha256\":\"" + "0".repeat(64)
                                + "\",\"difference\":null}",
                        "{\"standings\":\"compared\",\"ok\":true,\"lines\":1,\"sha256\":\"" + "1".repeat(64)
                                + "\",\"unchecked\":2,\"difference\":null}");
        assertThat(standings).hasContent("tournament t1 finished");
    }

    @Test
    void recomputeNeedsTables() throws IOException {
        Files.createDirectories(folder.resolve("journal"));

        assertThat(run("recompute", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("the folder has no database");
    }

    @Test
    void noAnswerIsSaidPlainly() {
        int code =
                run(Map.of("BOTPIT_ADMIN_SECRET", "a-good-secret"), "admin", "pause", "--url", "http://127.0.0.1:1/");

        assertThat(err.toString())
                .isEqualTo("botpit admin: no answer from http://127.0.0.1:1/: is the server running?"
                        + System.lineSeparator());
        assertThat(code).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHelps(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: botpit " + command).contains("--help");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    static Set<String> commands() {
        return new CliTest().subcommands().keySet();
    }

    private Map<String, CommandLine> subcommands() {
        return new Cli(program, terminal(Map.of())).commandLine().getSubcommands();
    }

    @Test
    void theProgramHelpsAndNamesItsCommands() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString().lines().map(line -> line.strip().split(" ", 2)[0]))
                .containsAll(commands());
        assertThat(subcommands().values())
                .allSatisfy(
                        one -> assertThat(one.getCommandSpec().usageMessage().description()[0])
                                .as("a sentence, since the list of commands has the first line alone")
                                .endsWith("."));
    }

    @Test
    void theJarSaysWhereTheBenchmarksAre() {
        assertThat(run("bench", "matching", "--json")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("botpit bench: the benchmarks are not in this jar: run ./botpit bench in the source tree"
                        + System.lineSeparator());
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(run("version")).isZero();
        assertThat(out.toString()).startsWith("botpit ").contains("behaviour 2").hasLineCount(1);
    }

    @Test
    void anEmptyDataFolderHasNothingToExport() {
        assertThat(folder.resolve("journal").toFile().mkdir()).isTrue();

        assertThat(run("export", "fills", "--data", folder.toString())).isZero();
        assertThat(out.toString()).isEmpty();
    }
}
