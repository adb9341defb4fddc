package io.botpit.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tables in a folder of their own among the temporary files, which goes with them. For one thread. */
final class ScratchDatabase implements AutoCloseable {
    private final Path folder;
    private final Database database;

    private ScratchDatabase(Path folder, Database database) {
        this.folder = folder;
        this.database = database;
    }

    static ScratchDatabase open() {
        try {
            Path folder = Files.createTempDirectory("botpit-check-");
            return new ScratchDatabase(folder, Database.open(new H2File(folder, "scratch")));
        } catch (IOException e) {
            throw new UncheckedIOException("no room for temporary tables", e);
        }
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
        try {
            for (Path file : files()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary tables in " + folder + " are left behind", e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
