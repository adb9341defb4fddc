package io.botpit.simulation.exchange;

import static org.awaitility.Awaitility.await;

import io.botpit.bots.exchange.ExchangeClient;
import io.botpit.bots.exchange.ExchangeEvent;
import org.junit.jupiter.api.AfterAll;

/** The contract over REST, which only reads; ann trades over a socket. */
class OverRestTest extends ExchangeContractTest {
    private final OuterServer server = new OuterServer();

    @Override
    ExchangeClient client() {
        return server.overRest("ann");
    }

    @Override
    void play(ExchangeClient reader) throws Exception {
        try (ExchangeClient ann = Scene.connected(server.overWebSocket("ann"));
                ExchangeClient bob = Scene.connected(server.overWebSocket("bob"))) {
            Scene.play(ann, bob);
            await().until(() -> told.stream().anyMatch(ExchangeEvent.Trade.class::isInstance));
            await().until(() -> reader.openOrders().join().size() == 1);
        }
    }

    @Override
    boolean tellsOwn() {
        return false;
    }

    @Override
    boolean tellsBooks() {
        return false;
    }

    @AfterAll
    void stop() {
        server.close();
    }
}
