package io.botpit.simulation.arena;

import io.botpit.server.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The program, which eats up its memory once it is told to on its input: in one piece, where only the eater finds that
 * there is none, or in many small ones, where it may be anybody.
 */
public final class HungryServer {
    static final String ONE_PIECE = "one";
    static final String MANY_PIECES = "many";

    private static final int PIECE_BYTES = 1_000;

    private HungryServer() {}

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(HungryServer::eat);
        Main.main(arguments);
    }

    private static void eat() {
        int pieceBytes = read() == MANY_PIECES.charAt(0) ? PIECE_BYTES : Integer.MAX_VALUE - 8;
        List<byte[]> eaten = new ArrayList<>();
        while (eaten.size() < Integer.MAX_VALUE) {
            eaten.add(new byte[pieceBytes]);
        }
    }

    private static int read() {
        try {
            return System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
