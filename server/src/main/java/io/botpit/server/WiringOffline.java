package io.botpit.server;

import io.botpit.persistence.DataFolder;
import io.botpit.persistence.Database;
import io.botpit.persistence.RatingCheck;
import io.botpit.persistence.Recomputed;
import io.botpit.persistence.RowDifference;
import io.botpit.persistence.StandingCheck;
import io.botpit.persistence.TableCheck;
import io.botpit.persistence.journal.Journals;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What commands need that look at files without a server; the other place besides {@link Wiring} that builds stores. */
final class WiringOffline {
    private WiringOffline() {}

    static Journals journals(Path folder) {
        return new Journals(folder);
    }

    /** Where the tables differ from the journals of a data folder; takes the folder meanwhile, and writes nothing. */
    static List<RowDifference> differences(Path data, @Nullable String databaseUrl) {
        try (DataFolder folder = DataFolder.lock(data);
                Database database = read(folder, databaseUrl)) {
            return new TableCheck(database, folder.journals()).differences();
        }
    }

    /** The ratings of a data folder computed anew; likewise. */
    static Recomputed ratings(Path data, @Nullable String databaseUrl, Consumer<String> text) {
        try (DataFolder folder = DataFolder.lock(data);
                Database database = read(folder, databaseUrl)) {
            return new RatingCheck(database).compare(text);
        }
    }

    /** The standings of the tournaments of a data folder computed anew; likewise. */
    static Recomputed standings(Path data, Consumer<String> text) {
        try (DataFolder folder = DataFolder.lock(data)) {
            return new StandingCheck(folder.journals()).compare(text);
        }
    }

    private static Database read(DataFolder folder, @Nullable String databaseUrl) {
        return databaseUrl == null ? Database.read(folder) : Database.read(JdbcUrl.server(databaseUrl));
    }
}
