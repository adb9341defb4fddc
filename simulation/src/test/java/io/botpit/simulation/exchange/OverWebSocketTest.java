package io.botpit.simulation.exchange;

import io.botpit.bots.exchange.ExchangeClient;
import org.junit.jupiter.api.AfterAll;

/** The contract over a socket to a server in a process of its own. */
class OverWebSocketTest extends ExchangeContractTest {
    private final OuterServer server = new OuterServer();

    @Override
    ExchangeClient client() {
        return server.overWebSocket("ann");
    }

    @Override
    void play(ExchangeClient ann) throws Exception {
        try (ExchangeClient bob = Scene.connected(server.overWebSocket("bob"))) {
            Scene.play(ann, bob);
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }
}
