package io.botpit.simulation.crash;

/** The server, with H2 in the place of its journals. */
final class H2Server {
    private H2Server() {}

    static void main(String[] arguments) {
        OtherDisk.run(H2Shelf::new, arguments);
    }
}
