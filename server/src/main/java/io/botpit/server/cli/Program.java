package io.botpit.server.cli;

import io.botpit.game.Committed;
import io.botpit.persistence.Recomputed;
import io.botpit.persistence.RowDifference;
import io.botpit.persistence.journal.Journals;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.local.LocalArena;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the commands set in motion; handed in by the main class. */
public interface Program {
    /** A server that runs. */
    interface Server extends AutoCloseable {
        int httpPort();

        int feedPort();

        /** Returns when somebody asked for a shutdown or the machine broke; the caller then closes. */
        void awaitShutdown();

        /** Whether somebody asked for a shutdown or the machine broke. */
        boolean isStopping();

        /** Whether the machine broke: the process has to exit with an error. */
        boolean isBroken();

        /** Takes no more commands, ends all games and tells everybody; nothing the second time. Their tables can be read until {@link #close}. */
        void endGames();

        /** Ends games in order; takes less than ten seconds, and does nothing the second time. */
        @Override
        void close();
    }

    /** Starts a server; whatever keeps it from starting is thrown with one clear line. */
    Server start(ServerConfig config) throws IOException;

    /**
     * A game in virtual time that waits for its players, in the data folder of the configuration, which must be empty.
     *
     * @param witness hears of every command and what came of it
     */
    LocalArena arena(ServerConfig config, long seed, Consumer<Committed> witness);

    /** The journals in a folder, to be read. */
    Journals journals(Path folder);

    /**
     * Where the tables differ from the journals of a data folder.
     *
     * @param databaseUrl JDBC address of the server that has the tables; null: they are in the folder
     * @throws io.botpit.persistence.DataFolderInUse while a server runs on it
     */
    List<RowDifference> tableDifferences(Path dataFolder, @Nullable String databaseUrl);

    /**
     * The ratings of a data folder computed anew and compared; likewise.
     *
     * @param text is given every line of the ratings as they are computed
     */
    Recomputed ratings(Path dataFolder, @Nullable String databaseUrl, Consumer<String> text);

    /**
     * The standings of the tournaments of a data folder computed anew and compared; likewise.
     *
     * @param text is given every line of the standings as they are computed
     */
    Recomputed standings(Path dataFolder, Consumer<String> text);
}
