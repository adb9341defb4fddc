package io.botpit.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a local game keeps its journals.
 *
 * @param kept whether it stays when it is closed
 */
record Folder(Path path, boolean kept) implements AutoCloseable {
    static Folder kept(Path path) {
        return new Folder(path, true);
    }

    static Folder forAWhile() throws IOException {
        return new Folder(Files.createTempDirectory("botpit-play-"), false);
    }

    @Override
    public void close() {
        if (kept) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
