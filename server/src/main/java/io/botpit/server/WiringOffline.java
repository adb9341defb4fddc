package io.botpit.server;

import io.botpit.game.GameId;
import io.botpit.persistence.DataFolder;
import io.botpit.persistence.Database;
import io.botpit.persistence.TableCheck;
import io.botpit.persistence.journal.Journals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What commands need that look at files without a server; the other place besides {@link Wiring} that builds stores. */
final class WiringOffline {
    private WiringOffline() {}

    static Journals journals(Path folder) {
        return new Journals(folder);
    }

    /** Where the tables of a data folder differ from its journals; takes the folder meanwhile. */
    static List<String> differences(Path data) {
        List<String> differences = new ArrayList<>();
        try (DataFolder folder = DataFolder.lock(data);
                Database database = Database.open(folder)) {
            Journals journals = new Journals(folder.journals());
            TableCheck check = new TableCheck(database, journals);
            for (GameId game : journals.list()) {
                differences.addAll(check.differences(game));
            }
        }
        return differences;
    }
}
