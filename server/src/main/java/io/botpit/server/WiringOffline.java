package io.botpit.server;

import io.botpit.persistence.DataFolder;
import io.botpit.persistence.Database;
import io.botpit.persistence.RowDifference;
import io.botpit.persistence.TableCheck;
import io.botpit.persistence.journal.Journals;
import java.nio.file.Path;
import java.util.List;
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
                Database database =
                        databaseUrl == null ? Database.read(folder) : Database.read(JdbcUrl.server(databaseUrl))) {
            return new TableCheck(database, folder.journals()).differences();
        }
    }
}
