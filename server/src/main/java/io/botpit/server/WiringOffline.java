package io.botpit.server;

import io.botpit.persistence.journal.Journals;
import java.nio.file.Path;

/** What commands need that look at files without a server; the other place besides {@link Wiring} that builds stores. */
final class WiringOffline {
    private WiringOffline() {}

    static Journals journals(Path folder) {
        return new Journals(folder);
    }
}
