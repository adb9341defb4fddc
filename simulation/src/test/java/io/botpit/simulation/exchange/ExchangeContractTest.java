package io.botpit.simulation.exchange;

import static io.botpit.simulation.exchange.Calls.FAR;
import static io.botpit.simulation.exchange.Calls.ORDER;
import static io.botpit.simulation.exchange.Scene.BTC;
import static io.botpit.simulation.exchange.Scene.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botpit.bots.Balance;
import io.botpit.bots.Market.Level;
import io.botpit.bots.Phase;
import io.botpit.bots.Side;
import io.botpit.bots.exchange.Book;
import io.botpit.bots.exchange.ExchangeClient;
import io.botpit.bots.exchange.ExchangeClient.Capability;
import io.botpit.bots.exchange.ExchangeClient.State;
import io.botpit.bots.exchange.ExchangeEvent;
import io.botpit.bots.exchange.ExchangeEvent.Bar;
import io.botpit.bots.exchange.ExchangeEvent.Trade;
import io.botpit.bots.exchange.ExchangeEvent.Transaction;
import io.botpit.bots.exchange.ExchangeException;
import io.botpit.bots.exchange.Instrument;
import io.botpit.bots.exchange.Order;
import io.botpit.bots.exchange.OrderRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * What every exchange client promises, whatever it can do; what it cannot is left out by its own word. Ann's client is
 * held to it, in a market where {@link Scene} is played.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExchangeContractTest {
    final List<ExchangeEvent> told = new CopyOnWriteArrayList<>();
    private final Set<Thread> tellers = ConcurrentHashMap.newKeySet();
    private ExchangeClient client;

    /** A client that is not connected yet. */
    abstract ExchangeClient client() throws Exception;

    /** Lets it be played, once the client is connected. */
    abstract void play(ExchangeClient client) throws Exception;

    /** Whether own orders and balances are told unasked. */
    boolean tellsOwn() {
        return true;
    }

    /** Whether the book is told unasked. */
    boolean tellsBooks() {
        return true;
    }

    @BeforeAll
    void connectAndPlay() throws Exception {
        client = client();
        assertThat(client.state()).isEqualTo(State.NEW);
        client.listen(_ -> {
            throw new IllegalStateException("a listener that throws");
        });
        client.listen(event -> {
            told.add(event);
            tellers.add(Thread.currentThread());
        });
        get(client.connect());
        play(client);
    }

    @AfterAll
    void close() {
        client.close();
        client.close();

        await().untilAsserted(() -> assertThat(told)
                .last()
                .isInstanceOfSatisfying(
                        ExchangeEvent.Disconnected.class,
                        last -> assertThat(last.forGood()).isTrue()));
        assertThat(client.state()).isEqualTo(State.CLOSED);
        assertThat(tellers).as("threads that told something").hasSize(1);
        assertThatThrownBy(() -> get(client.markets()))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ExchangeException.class);
    }

    @Test
    void whatIsNotSupportedIsKnownBeforeAndFailsWithOneType() {
        Map<Capability, Supplier<CompletableFuture<?>>> calls = Calls.of(client);

        assertThat(calls).containsOnlyKeys(Capability.values());
        calls.forEach((capability, call) -> {
            boolean supported = client.capabilities().contains(capability);
            Optional<Throwable> failure = failureOf(call.get());
            if (supported) {
                assertThat(failure.filter(ExchangeException.NotSupported.class::isInstance))
                        .as(capability.name())
                        .isEmpty();
            } else {
                assertThat(failure)
                        .as(capability.name())
                        .containsInstanceOf(ExchangeException.NotSupported.class)
                        .map(one -> ((ExchangeException.NotSupported) one).capability())
                        .contains(capability);
            }
        });
    }

    /** Whether a client cannot do something; then it is tested that it says so. */
    private boolean refuses(Capability capability) {
        if (client.capabilities().contains(capability)) {
            return false;
        }
        assertThat(failureOf(
                        Objects.requireNonNull(Calls.of(client).get(capability)).get()))
                .containsInstanceOf(ExchangeException.NotSupported.class);
        return true;
    }

    /** The cause of a call's failure; nothing if it is done. */
    private static Optional<Throwable> failureOf(CompletableFuture<?> call) {
        try {
            call.orTimeout(30, TimeUnit.SECONDS).join();
            return Optional.empty();
        } catch (CompletionException failed) {
            return Optional.ofNullable(failed.getCause());
        }
    }

    @Test
    void addressesAndWithdrawalsFailTheSameWay() {
        for (CompletableFuture<?> call :
                List.of(client.currentAddress("BTC"), client.withdraw("BTC", BigDecimal.ONE, "somewhere"))) {
            assertThatThrownBy(() -> get(call)).hasCauseInstanceOf(ExchangeException.NotSupported.class);
        }
    }

    @Test
    void itIsReadyOnlyAfterTheSnapshots() {
        int connected = told.indexOf(first(ExchangeEvent.Connected.class));

        assertThat(client.state()).isEqualTo(State.CONNECTED);
        assertThat(first(ExchangeEvent.Connected.class).instruments())
                .extracting(Instrument::symbol)
                .containsExactly(BTC, "ETH/USD");
        assertThat(told.subList(0, connected))
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                ExchangeEvent.GameState.class,
                                game -> assertThat(game.phase()).isEqualTo(Phase.RUNNING)));
    }

    @Test
    void aListenerThatThrowsIsToldAndDisturbsNobody() {
        assertThat(first(ExchangeEvent.Trouble.class).code()).isEqualTo("listener");
        assertThat(first(ExchangeEvent.Trouble.class).message()).contains("a listener that throws");
    }

    @Test
    void pricesAreRoundedAwayFromTheOtherSide() throws Exception {
        BigDecimal between = new BigDecimal("1000.125");

        assertThat(get(client.roundBid(BTC, between))).isEqualTo("1000.12");
        assertThat(get(client.roundAsk(BTC, between))).isEqualTo("1000.13");
        assertThat(get(client.instrument(BTC)).roundSize(new BigDecimal("0.123456789")))
                .isEqualTo("0.12345678");
        assertThatThrownBy(() -> get(client.roundBid("DOGE/USD", between)))
                .cause()
                .isInstanceOfSatisfying(
                        ExchangeException.class,
                        failure -> assertThat(failure.code()).isEqualTo("unknown_symbol"));
    }

    @Test
    void theBookIsSortedAndCanBeWalked() throws Exception {
        if (refuses(Capability.BOOK)) {
            return;
        }

        Book book = get(client.book(BTC));

        assertThat(book.bestBid())
                .hasValueSatisfying(bid -> assertThat(bid.price()).isEqualTo("900.00"));
        assertThat(book.bestAsk())
                .hasValueSatisfying(ask -> assertThat(ask.price()).isEqualTo("1010.00"));
        assertThat(book.priceFor(Side.BUY, new BigDecimal("0.3"))).contains(Scene.PRICE);
        assertThat(book.priceFor(Side.BUY, new BigDecimal("0.4"))).isEmpty();
    }

    @Test
    void everyBookThatIsToldIsWholeAndSorted() {
        List<ExchangeEvent.BookUpdate> books =
                all(ExchangeEvent.BookUpdate.class, book -> book.book().symbol().equals(BTC));
        if (!tellsBooks()) {
            assertThat(books).isEmpty();
            return;
        }

        assertThat(books)
                .hasSizeGreaterThanOrEqualTo(3)
                .isSortedAccordingTo(Comparator.comparingLong(ExchangeEvent.BookUpdate::sequence));
        assertThat(books).allSatisfy(update -> {
            assertThat(update.book().bids())
                    .isSortedAccordingTo(Comparator.comparing(Level::price).reversed());
            assertThat(update.book().asks()).isSortedAccordingTo(Comparator.comparing(Level::price));
        });
        assertThat(books.getLast().book().asks()).isNotEmpty();
        assertThat(books.getLast().book().bids()).isNotEmpty();
    }

    @Test
    void aTradeIsToldWithItsBarAndTicker() {
        Trade trade = first(Trade.class);

        assertThat(trade.symbol()).isEqualTo(BTC);
        assertThat(trade.price()).isEqualTo("1010.00");
        assertThat(trade.size()).isEqualByComparingTo("0.2");
        assertThat(trade.taker()).isEqualTo(Side.BUY);
        assertThat(first(Bar.class).volume()).isEqualByComparingTo("0.2");
        assertThat(first(Bar.class).vwap()).isEqualByComparingTo("1010");
        assertThat(all(ExchangeEvent.Ticker.class, ticker -> isThePrice(ticker.last())))
                .isNotEmpty();
    }

    @Test
    void theTickerSaysWhatTheMarketSays() throws Exception {
        ExchangeEvent.Ticker ticker = get(client.ticker(BTC));

        assertThat(ticker.mark()).isEqualByComparingTo("955");
        assertThat(ticker.last()).isEqualByComparingTo("1010");
        if (client.capabilities().contains(Capability.BOOK)) {
            assertThat(ticker.bid()).isEqualTo(get(client.book(BTC)).bids().getFirst());
        }
    }

    @Test
    void thePastIsKeptAsTradesAndAsBars() throws Exception {
        if (refuses(Capability.BAR_HISTORY)) {
            return;
        }

        // What is read from tables may be a moment late.
        await().until(() -> !get(client.tradeHistory(BTC, Instant.EPOCH, FAR)).isEmpty());
        List<Trade> trades = get(client.tradeHistory(BTC, Instant.EPOCH, FAR));
        List<Bar> bars = get(client.barHistory(BTC, Duration.ofSeconds(10), Instant.EPOCH, FAR));

        assertThat(trades).first().extracting(Trade::price).isEqualTo(Scene.PRICE);
        assertThat(bars).first().satisfies(bar -> {
            assertThat(bar.start().getEpochSecond() % 10).isZero();
            assertThat(bar.open()).isEqualByComparingTo("1010");
            assertThat(bar.volume()).isEqualByComparingTo("0.2");
        });
        assertThat(get(client.tradeHistory(BTC, FAR, FAR.plusSeconds(1)))).isEmpty();
        assertThatThrownBy(() -> get(client.barHistory(BTC, Duration.ofMillis(1), Instant.EPOCH, FAR)))
                .hasMessageContaining("period_invalid");
    }

    @Test
    void ownOrdersFillsAndBalancesAreTold() {
        if (!tellsOwn()) {
            assertThat(all(ExchangeEvent.Fill.class, _ -> true)).isEmpty();
            return;
        }

        ExchangeEvent.Fill fill = first(ExchangeEvent.Fill.class);
        assertThat(fill.side()).isEqualTo(Side.BUY);
        assertThat(fill.maker()).isFalse();
        assertThat(fill.orderId()).isNotEmpty();
        assertThat(all(Transaction.class, _ -> true).subList(0, 2))
                .extracting(one ->
                        one.asset() + " " + one.amount().stripTrailingZeros().toPlainString())
                .containsExactly("BTC 0.2", "USD -202");
        assertThat(all(
                        ExchangeEvent.OrderUpdate.class,
                        one -> "anns-bid".equals(one.order().clientOrderId())))
                .isNotEmpty();
        assertThat(all(ExchangeEvent.OpenOrders.class, _ -> true)).isNotEmpty();
        assertThat(all(ExchangeEvent.Positions.class, _ -> true).getLast().balances())
                .hasEntrySatisfying("BTC", ExchangeContractTest::isTenAndTheSize);
        assertThat(first(ExchangeEvent.Chat.class)).isEqualTo(new ExchangeEvent.Chat("bob", "good luck"));
    }

    @Test
    void positionsAndOpenOrdersAreKnown() throws Exception {
        if (refuses(Capability.POSITIONS)) {
            return;
        }

        assertThat(get(client.positions())).hasEntrySatisfying("BTC", ExchangeContractTest::isTenAndTheSize);
        assertThat(get(client.openOrders()))
                .filteredOn(order -> order.left().compareTo(new BigDecimal("0.1")) == 0)
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.id()).isNotEmpty();
                    assertThat(order.left()).isEqualByComparingTo("0.1");
                    assertThat(order.status()).isEqualTo(Order.Status.OPEN);
                });
    }

    @Test
    void whatWasBookedIsKept() throws Exception {
        if (refuses(Capability.TRANSACTION_HISTORY)) {
            return;
        }

        assertThat(get(client.transactionHistory(Instant.EPOCH, FAR)))
                .extracting(one -> one.kind() + " " + one.asset() + " "
                        + one.amount().stripTrailingZeros().toPlainString())
                .containsExactly("TRADE BTC 0.2", "TRADE USD -202");
        assertThat(get(client.transactionHistory(FAR, FAR.plusSeconds(1)))).isEmpty();
    }

    @Test
    void theTableIsKnown() throws Exception {
        assertThat(get(client.standings()))
                .extracting(ExchangeEvent.Standings.Row::name)
                .contains("ann", "bob");
        assertThat(all(ExchangeEvent.Standings.class, table -> !table.rows().isEmpty()))
                .isNotEmpty();
    }

    @Test
    void anOrderThatIsSentTwiceUnderItsOwnIdIsPlacedOnce() throws Exception {
        if (refuses(Capability.TRADING)) {
            return;
        }
        OrderRequest twice = ORDER.withClientOrderId("twice");

        Order first = get(client.place(twice));
        Order second = get(client.place(twice));

        assertThat(second.id()).isEqualTo(first.id());
        get(client.cancel(first.id()));
        assertThat(get(client.openOrders())).extracting(Order::id).doesNotContain(first.id());
        assertThatThrownBy(() -> get(client.cancel(first.id()))).hasMessageContaining("unknown_order");
    }

    @Test
    void aRefusalHasItsCodeAndFigures() {
        if (refuses(Capability.TRADING)) {
            return;
        }
        OrderRequest large = OrderRequest.limit(BTC, Side.BUY, Scene.BID, new BigDecimal("1000"));

        for (CompletableFuture<?> call : List.of(client.place(large), client.test(large))) {
            assertThatThrownBy(() -> get(call)).cause().isInstanceOfSatisfying(ExchangeException.class, failure -> {
                assertThat(failure.code()).isEqualTo("insufficient_funds");
                assertThat(failure.detail()).isNotEmpty();
            });
        }
    }

    private static void isTenAndTheSize(Balance owned) {
        assertThat(owned.total()).isEqualByComparingTo("10.2");
    }

    private static boolean isThePrice(@Nullable BigDecimal price) {
        return price != null && price.compareTo(Scene.PRICE) == 0;
    }

    private <T extends ExchangeEvent> T first(Class<T> type) {
        await().until(() -> told.stream().anyMatch(type::isInstance));
        return all(type, _ -> true).getFirst();
    }

    private <T extends ExchangeEvent> List<T> all(Class<T> type, Predicate<T> wanted) {
        return told.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .toList();
    }
}
