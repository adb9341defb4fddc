package io.botpit.persistence;

import java.nio.file.Path;

/** Opens the database of a folder without asking for its lock, and exits with what came of it. */
final class OpeningChild {
    static final int REFUSED = 3;

    private OpeningChild() {}

    static void main(String[] args) {
        try (Database database = Database.open(new H2File(Path.of(args[0]), "botpit"))) {
            System.exit(database.isReachable() ? 0 : 1);
        } catch (RuntimeException e) {
            System.exit(REFUSED);
        }
    }
}
