package io.botpit.persistence;

import java.io.IOException;
import java.nio.file.Path;

/** Takes a data folder, says so, and holds it until it is killed. */
final class LockingChild {
    private LockingChild() {}

    static void main(String[] args) throws IOException {
        try (DataFolder data = DataFolder.lock(Path.of(args[0]))) {
            IO.println("locked");
            // Nobody writes to this process: it waits here.
            if (System.in.read() >= 0) {
                IO.println(data.root());
            }
        }
    }
}
