package io.botpit.simulation.exchange;

import io.botpit.bots.exchange.Botpit;
import io.botpit.bots.exchange.ExchangeClient;
import io.botpit.simulation.arena.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;

/** A server in a process of its own, and clients of it. */
final class OuterServer implements AutoCloseable {
    private final ServerProcess process;

    OuterServer() {
        try {
            process = ServerProcess.start(Files.createTempDirectory("exchange"), "--rate-limit", "off");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ExchangeClient overWebSocket(String player) {
        return Botpit.overWebSocket(
                URI.create("ws://127.0.0.1:" + process.port()), Scene.login(player), Scene.SETTINGS);
    }

    ExchangeClient overRest(String player) {
        return Botpit.overRest(URI.create("http://127.0.0.1:" + process.port()), player, Scene.SETTINGS);
    }

    @Override
    public void close() {
        process.close();
    }
}
