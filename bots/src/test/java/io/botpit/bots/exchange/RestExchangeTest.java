package io.botpit.bots.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botpit.bots.BotSettings;
import io.botpit.protocol.rest.GameList;
import io.botpit.protocol.rest.TradePage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client that only reads makes of failures, of another game and of its own end. */
@Timeout(30)
class RestExchangeTest {
    private static final BotSettings SETTINGS = BotSettings.standard().withBeat(Duration.ofMillis(10));

    private final RestScript server = new RestScript();
    private final List<ExchangeEvent> told = new CopyOnWriteArrayList<>();
    private final Set<Thread> tellers = ConcurrentHashMap.newKeySet();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aGameThatIsNotThereEndsTheClientWithTheServersWord() {
        try (ExchangeClient client = client(SETTINGS.withGame("mis spelt"))) {
            isNotFound(client.connect());

            await().until(() -> client.state() == ExchangeClient.State.CLOSED);
            isNotFound(client.markets());
            assertThat(told)
                    .containsExactly(
                            new ExchangeEvent.Trouble("connection", "not_found: no such thing here"),
                            new ExchangeEvent.Disconnected("not_found: no such thing here", true));
            assertThat(server.asked).containsExactly("/games/mis%20spelt");
        }
    }

    @Test
    void whatMayComeYetIsTriedAgainAndNotInSilence() {
        server.says("/games", new GameList(List.of()));
        try (ExchangeClient client = client(SETTINGS)) {
            CompletableFuture<Void> connected = client.connect();
            await().until(() -> told.size() >= 2);
            assertThat(told)
                    .allSatisfy(event ->
                            assertThat(event.toString()).contains("unknown_game: the server has no default game"));
            assertThatThrownBy(client.markets()::join).hasMessageContaining("unknown_game");
            assertThat(connected).isNotDone();

            server.hasGame("g1", "running");

            connected.join();
            assertThat(client.markets().join()).hasSize(1);
        }
    }

    @Test
    void theNextGameIsConnectedToInItsTurn() {
        server.hasGame("g1", "running");
        try (ExchangeClient client = client(SETTINGS)) {
            client.connect().join();
            server.hasGame("g1", "ended");
            await().until(() -> told.getLast().toString().contains("ENDED"));
            told.clear();

            server.hasGame("g2", "running");

            await().until(() -> told.stream().anyMatch(ExchangeEvent.Connected.class::isInstance));
            assertThat(told.stream().map(event -> event.getClass().getSimpleName()))
                    .containsExactly("Ticker", "GameState", "Standings", "Connected");
        }
    }

    @Test
    void itsEndIsToldByTheThreadThatTellsAll() {
        server.hasGame("g1", "running");
        ExchangeClient client = client(SETTINGS);
        client.connect().join();

        client.close();
        client.close();

        await().untilAsserted(() -> assertThat(told).endsWith(new ExchangeEvent.Disconnected("closed", true)));
        assertThat(client.state()).isEqualTo(ExchangeClient.State.CLOSED);
        assertThat(told.stream().filter(ExchangeEvent.Disconnected.class::isInstance))
                .hasSize(1);
        assertThat(tellers).hasSize(1).doesNotContain(Thread.currentThread());
        assertThatThrownBy(client.markets()::join).hasMessageContaining("disconnected: closed");
    }

    @Test
    void tradesAreReadUpToTheMomentThatWasAskedForAndNoFurther() {
        server.hasGame("g1", "running");
        server.says(RestScript.trades("g1", 0), page(1, 1_000));
        server.says(RestScript.trades("g1", 1), page(2, 2_000));
        server.says(RestScript.trades("g1", 2), page(3, 3_000));
        RestReads reads = new RestReads(server.address(), SETTINGS);

        List<ExchangeEvent.Trade> found = reads.trades(
                        "g1", new OpenBar.Stretch("BTC/USD", Instant.EPOCH, Instant.ofEpochMilli(2_000)))
                .join();

        assertThat(found).extracting(ExchangeEvent.Trade::at).containsExactly(Instant.ofEpochMilli(1_000));
        assertThat(server.asked).hasSize(2);
        reads.close();
    }

    @Test
    void nothingIsReadForWhomNobodyWaitsAnyMore() {
        server.says(RestScript.trades("g1", 0), page(1, 1_000));
        server.says(RestScript.trades("g1", 1), page(1, 1_000));
        RestReads reads = new RestReads(server.address(), SETTINGS);
        CompletableFuture<List<ExchangeEvent.Trade>> endless =
                reads.trades("g1", new OpenBar.Stretch("BTC/USD", Instant.EPOCH, Instant.MAX));
        await().until(() -> server.asked.size() > 2);

        endless.cancel(false);

        assertThat(reads.call(_ -> "the thread is free").join()).isEqualTo("the thread is free");
        reads.close();
    }

    private ExchangeClient client(BotSettings settings) {
        ExchangeClient client = Botpit.overRest(server.address(), null, settings);
        client.listen(event -> {
            told.add(event);
            tellers.add(Thread.currentThread());
        });
        return client;
    }

    private static void isNotFound(CompletableFuture<?> call) {
        assertThatThrownBy(call::join)
                .cause()
                .isInstanceOfSatisfying(
                        ExchangeException.class,
                        failure -> assertThat(failure.code()).isEqualTo("not_found"));
    }

    /** One trade, and where it goes on. */
    private static TradePage page(long id, long atMillis) {
        return new TradePage(
                "g1", List.of(new TradePage.TradeRow(id, atMillis, id, "BTC/USD", "1000.00", "1", "buy")), id);
    }
}
