package io.botpit.simulation.crash;

import io.botpit.game.Committed;
import io.botpit.persistence.Recomputed;
import io.botpit.persistence.RowDifference;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.Shelf;
import io.botpit.server.Wiring;
import io.botpit.server.cli.Cli;
import io.botpit.server.cli.Program;
import io.botpit.server.cli.Terminal;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.local.LocalArena;
import io.botpit.server.loop.Clocks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The program as it is, but for the disk under its journals. */
record OtherDisk(Function<Path, Shelf> disk) implements Program {
    static void run(Function<Path, Shelf> disk, String... arguments) {
        Terminal terminal = new Terminal(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                false);
        System.exit(new Cli(new OtherDisk(disk), terminal).run(arguments));
    }

    @Override
    public Server start(ServerConfig config) throws IOException {
        return Wiring.start(config, new Wiring.Outside(Clocks.system(), disk));
    }

    @Override
    public LocalArena arena(ServerConfig config, long seed, Consumer<Committed> witness) {
        throw new UnsupportedOperationException("a control plays on a server");
    }

    @Override
    public Journals journals(Path folder) {
        return new Journals(disk.apply(folder));
    }

    @Override
    public List<RowDifference> tableDifferences(Path dataFolder, @Nullable String databaseUrl) {
        throw new UnsupportedOperationException("a control has no tables to compare");
    }

    @Override
    public Recomputed ratings(Path dataFolder, @Nullable String databaseUrl, Consumer<String> text) {
        throw new UnsupportedOperationException("a control has no tables to compare");
    }

    @Override
    public Recomputed standings(Path dataFolder, Consumer<String> text) {
        throw new UnsupportedOperationException("a control plays no tournaments");
    }
}
