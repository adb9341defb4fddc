package io.botpit.server.cli;

import io.botpit.game.Committed;
import io.botpit.persistence.Recomputed;
import io.botpit.persistence.RowDifference;
import io.botpit.persistence.journal.Journals;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.local.LocalArena;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** For commands that set nothing in motion. */
final class Idle implements Program {
    @Override
    public Server start(ServerConfig config) {
        throw new IllegalStateException("nothing is run here");
    }

    @Override
    public LocalArena arena(ServerConfig config, long seed, Consumer<Committed> witness) {
        throw new IllegalStateException("nothing is run here");
    }

    @Override
    public Journals journals(Path in) {
        throw new IllegalStateException("nothing is run here");
    }

    @Override
    public List<RowDifference> tableDifferences(Path dataFolder, @Nullable String databaseUrl) {
        throw new IllegalStateException("nothing is run here");
    }

    @Override
    public Recomputed ratings(Path dataFolder, @Nullable String databaseUrl, Consumer<String> text) {
        throw new IllegalStateException("nothing is run here");
    }

    @Override
    public Recomputed standings(Path dataFolder, Consumer<String> text) {
        throw new IllegalStateException("nothing is run here");
    }
}
