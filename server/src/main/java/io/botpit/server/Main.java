package io.botpit.server;

import io.botpit.game.Committed;
import io.botpit.persistence.Recomputed;
import io.botpit.persistence.RowDifference;
import io.botpit.persistence.journal.Journals;
import io.botpit.server.cli.Cli;
import io.botpit.server.cli.Program;
import io.botpit.server.cli.Terminal;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.config.Setting;
import io.botpit.server.local.LocalArena;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
        System.exit(run(terminal, arguments));
    }

    /** Runs one command line to its end; its exit code: 0 done, 1 it failed, 2 wrong usage. */
    public static int run(Terminal terminal, String... arguments) {
        return new Cli(new RealProgram(), terminal).run(arguments);
    }

    /** What commands set in motion outside of tests. */
    private static final class RealProgram implements Program {
        private static final String LOG_LEVEL = "BOTPIT_LOG";

        @Override
        public Server start(ServerConfig config) throws IOException {
            // Nothing has logged yet: logback reads it with the first logger.
            System.setProperty(Setting.LOG_FORMAT.variable(), config.logFormat().word());
            return Wiring.start(config, Wiring.Outside.real());
        }

        @Override
        public LocalArena arena(ServerConfig config, long seed, Consumer<Committed> witness) {
            // Nothing has logged yet, likewise: in a game without a server nobody wants to read that it opened.
            if (System.getenv(LOG_LEVEL) == null) {
                System.setProperty(LOG_LEVEL, "WARN");
            }
            return WiringLocal.arena(config, seed, witness);
        }

        @Override
        public Journals journals(Path folder) {
            return WiringOffline.journals(folder);
        }

        @Override
        public List<RowDifference> tableDifferences(Path dataFolder, @Nullable String databaseUrl) {
            return WiringOffline.differences(dataFolder, databaseUrl);
        }

        @Override
        public Recomputed ratings(Path dataFolder, @Nullable String databaseUrl, Consumer<String> text) {
            return WiringOffline.ratings(dataFolder, databaseUrl, text);
        }

        @Override
        public Recomputed standings(Path dataFolder, Consumer<String> text) {
            return WiringOffline.standings(dataFolder, text);
        }
    }
}
