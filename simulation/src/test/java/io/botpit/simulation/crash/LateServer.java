package io.botpit.simulation.crash;

import io.botpit.persistence.journal.Shelf;

/** The server, on a disk that acknowledges before it writes. */
final class LateServer {
    private LateServer() {}

    static void main(String[] arguments) {
        OtherDisk.run(folder -> new LateShelf(Shelf.of(folder)), arguments);
    }
}
