package io.botpit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A folder for the time of a measurement; gone with all that is in it when closed. One thread. */
record Scratch(Path folder) implements AutoCloseable {
    static Scratch make() throws IOException {
        return new Scratch(Files.createTempDirectory("botpit-bench"));
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (var all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : deepestFirst) {
            Files.delete(one);
        }
    }
}
