package io.botpit.simulation.arena;

import io.botpit.server.Main;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The program, which asks for more memory than there is once it is told to on its input. */
public final class HungryServer {
    private HungryServer() {}

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            System.err.println(new byte[Integer.MAX_VALUE - 8].length + " bytes were to be had");
        });
        Main.main(arguments);
    }
}
