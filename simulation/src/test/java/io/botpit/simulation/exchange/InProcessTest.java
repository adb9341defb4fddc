package io.botpit.simulation.exchange;

import static io.botpit.simulation.exchange.Scene.BTC;
import static io.botpit.simulation.exchange.Scene.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botpit.bots.BotSettings;
import io.botpit.bots.Side;
import io.botpit.bots.exchange.Botpit;
import io.botpit.bots.exchange.ExchangeClient;
import io.botpit.bots.exchange.ExchangeEvent;
import io.botpit.bots.exchange.ExchangeException;
import io.botpit.bots.exchange.Order;
import io.botpit.bots.exchange.OrderRequest;
import io.botpit.bots.exchange.OrderRequest.TimeInForce;
import io.botpit.game.rules.Presets;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract within the server's process, and what bad weather does to it. */
class InProcessTest extends ExchangeContractTest {
    private static final OrderRequest BID =
            OrderRequest.limit(BTC, Side.BUY, new BigDecimal("700.00"), new BigDecimal("0.02"));

    private final InnerServer server;

    InProcessTest() throws IOException {
        server = new InnerServer(Files.createTempDirectory("exchange"), Presets.named(Presets.CLASSIC, 1), 0);
    }

    @Override
    ExchangeClient client() {
        return player("ann");
    }

    @Override
    void play(ExchangeClient ann) throws Exception {
        try (ExchangeClient bob = Scene.connected(player("bob"))) {
            Scene.play(ann, bob);
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void anOrderWhoseAnswerIsLostWithTheConnectionIsPlacedOnce() throws Exception {
        Crossing crossing = new Crossing(server.dialer());
        List<ExchangeEvent> heard = new CopyOnWriteArrayList<>();
        try (ExchangeClient carol = Botpit.overWire(crossing, Scene.login("carol"), Scene.SETTINGS)) {
            carol.listen(heard::add);
            Scene.connected(carol);
            crossing.deafen();
            CompletableFuture<Order> order = carol.place(BID);
            CompletableFuture<?> book = carol.book(BTC);

            await().during(Duration.ofMillis(200)).until(() -> !order.isDone());
            crossing.cut();

            assertThat(get(carol.openOrders())).containsExactly(get(order));
            get(book);
            assertThat(heard.stream()
                            .filter(one ->
                                    one instanceof ExchangeEvent.Connected || one instanceof ExchangeEvent.Disconnected)
                            .map(one -> one.getClass().getSimpleName()))
                    .containsExactly("Connected", "Disconnected", "Connected");
        }
    }

    @Test
    void whatCannotBeSaidTwiceFailsWhenItIsCutOff() throws Exception {
        Crossing crossing = new Crossing(server.dialer());
        try (ExchangeClient dora = Scene.connected(Botpit.overWire(crossing, Scene.login("dora"), Scene.SETTINGS))) {
            crossing.deafen();
            CompletableFuture<Void> said = dora.say("once");
            await().during(Duration.ofMillis(200)).until(() -> !said.isDone());

            crossing.cut();

            assertThatThrownBy(() -> get(said))
                    .cause()
                    .isInstanceOfSatisfying(
                            ExchangeException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ExchangeException.DISCONNECTED));
        }
    }

    @Test
    void aServerThatDoesNotAnswerMeetsTheTimeLimit() throws Exception {
        Crossing crossing = new Crossing(server.dialer());
        try (ExchangeClient emma = Scene.connected(Botpit.overWire(crossing, Scene.login("emma"), Scene.SETTINGS))) {
            crossing.deafen();

            assertThatThrownBy(() -> get(emma.positions()))
                    .cause()
                    .isInstanceOfSatisfying(
                            ExchangeException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ExchangeException.TIMED_OUT));
        }
    }

    @Test
    void whoCallsFasterThanTheServerLetsItIsRefusedAndNoCallIsLost(@TempDir Path other) throws Exception {
        BotSettings hasty = new BotSettings(
                Duration.ofMillis(50), 10_000, null, false, false, null, true, InstantSource.system(), _ -> {});
        try (InnerServer strict = new InnerServer(other, Presets.named(Presets.CLASSIC, 1), 20);
                ExchangeClient fay = Scene.connected(Botpit.overWire(strict.dialer(), Scene.login("fay"), hasty))) {
            List<CompletableFuture<String>> calls = new ArrayList<>();
            for (int call = 0; call < 100; call++) {
                calls.add(fay.positions().handle((_, failure) -> failure == null ? "answered" : codeOf(failure)));
            }
            List<String> outcomes = new ArrayList<>();
            for (CompletableFuture<String> call : calls) {
                outcomes.add(get(call));
            }

            assertThat(outcomes).contains("answered", "rate_limited").containsOnly("answered", "rate_limited");
            await().until(() ->
                    fay.positions().handle((_, failure) -> failure == null).join());
        }
    }

    @Test
    void aMarketOrderThatIsToRestOrToTradeCompletelyIsRefusedByTheNameOfTheField() throws Exception {
        try (ExchangeClient gus = Scene.connected(player("gus"))) {
            for (TimeInForce wished : List.of(TimeInForce.FILL_OR_KILL, TimeInForce.GOOD_TILL_CANCELLED)) {
                OrderRequest order =
                        OrderRequest.market(BTC, Side.BUY, Scene.SIZE).with(wished);

                for (CompletableFuture<?> call : List.of(gus.place(order), gus.test(order))) {
                    assertThatThrownBy(() -> get(call))
                            .hasMessageContaining("invalid_command")
                            .hasMessageContaining("tif and post_only are for limit orders: a market order never rests");
                }
            }
        }
    }

    @Test
    void aNameThatIsTakenEndsTheClient() throws Exception {
        try (ExchangeClient thief = player("ann")) {
            assertThatThrownBy(() -> get(thief.connect()))
                    .cause()
                    .isInstanceOfSatisfying(
                            ExchangeException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ExchangeException.DISCONNECTED));
            assertThat(thief.state()).isEqualTo(ExchangeClient.State.CLOSED);
        }
    }

    private static String codeOf(Throwable failure) {
        return ((ExchangeException) failure).code();
    }

    private ExchangeClient player(String name) {
        return Botpit.overWire(server.dialer(), Scene.login(name), Scene.SETTINGS);
    }
}
