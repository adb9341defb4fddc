package io.botpit.bots.exchange;

import io.botpit.bots.Arena;
import io.botpit.bots.Balance;
import io.botpit.bots.BotSettings;
import io.botpit.bots.Wire;
import io.botpit.bots.exchange.ExchangeEvent.Bar;
import io.botpit.bots.exchange.ExchangeEvent.Standings;
import io.botpit.bots.exchange.ExchangeEvent.Ticker;
import io.botpit.bots.exchange.ExchangeEvent.Trade;
import io.botpit.bots.exchange.ExchangeEvent.Transaction;
import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.BookRecord;
import io.botpit.protocol.Json;
import io.botpit.protocol.OrderRecord;
import io.botpit.protocol.RequestFrame;
import io.botpit.protocol.StandingRecord;
import io.botpit.protocol.WalletRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An arena over a wire of any kind; what it does not keep is read over REST, where there is that. Any thread. */
final class ArenaExchange implements ExchangeClient {
    private static final int LEVELS_MAX = 500;

    private final Listeners listeners = new Listeners();
    private final ArenaEvents events;
    private final Arena arena;
    private final ArenaCalls calls;
    private final @Nullable RestReads past;
    private final OrderIds ids;

    /** Where an arena is, and as whom one goes there. */
    record Way(Wire.Dialer dialer, Arena.Login login, BotSettings settings) {}

    /** @param past null: there is no REST */
    ArenaExchange(Way way, OrderIds ids, @Nullable RestReads past) {
        BotSettings settings = way.settings();
        events = new ArenaEvents(listeners, settings.clock());
        arena = new Arena(way.dialer(), way.login(), settings.withLog(line -> trouble(settings, line)), events);
        calls = new ArenaCalls(arena);
        this.past = past;
        this.ids = ids;
    }

    private void trouble(BotSettings settings, String line) {
        settings.log().accept(line);
        listeners.tell(new ExchangeEvent.Trouble("connection", line));
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.allOf(Capability.class);
        all.removeAll(EnumSet.of(Capability.ADDRESSES, Capability.WITHDRAWAL));
        if (past == null) {
            all.removeAll(EnumSet.of(Capability.TRADE_HISTORY, Capability.BAR_HISTORY));
        }
        return Collections.unmodifiableSet(all);
    }

    @Override
    public State state() {
        return listeners.state();
    }

    @Override
    public void listen(Consumer<ExchangeEvent> listener) {
        listeners.add(listener);
    }

    @Override
    public CompletableFuture<Void> connect() {
        return listeners.begin(arena::open);
    }

    @Override
    public void close() {
        arena.close();
        if (past != null) {
            past.close();
        }
    }

    @Override
    public CompletableFuture<List<Instrument>> markets() {
        return calls.ask(
                RequestFrame.of(ArenaCommand.HELLO), data -> ArenaWords.of(data).instruments());
    }

    @Override
    public CompletableFuture<Ticker> ticker(String symbol) {
        CompletableFuture<Book> best = book(symbol, 1);
        CompletableFuture<BigDecimal> mark =
                calls.ask(RequestFrame.of(ArenaCommand.PRICE).withSymbol(symbol), ArenaCalls::decimal);
        return best.thenCombine(
                mark,
                (book, price) -> new Ticker(
                        symbol,
                        book.bestBid().orElse(null),
                        book.bestAsk().orElse(null),
                        events.tape().ticker(symbol).last(),
                        price));
    }

    @Override
    public CompletableFuture<Book> book(String symbol) {
        return book(symbol, LEVELS_MAX);
    }

    private CompletableFuture<Book> book(String symbol, int levels) {
        return calls.ask(RequestFrame.depth(symbol, levels), data -> ArenaWords.book(symbol, BookRecord.from(data)));
    }

    @Override
    public CompletableFuture<List<Trade>> tradeHistory(String symbol, Instant from, Instant to) {
        RestReads rest = past;
        return rest == null
                ? ExchangeClient.super.tradeHistory(symbol, from, to)
                : instrument(symbol)
                        .thenCompose(one -> rest.trades(events.gameId(), new OpenBar.Stretch(one.symbol(), from, to)));
    }

    @Override
    public CompletableFuture<List<Bar>> barHistory(String symbol, Duration period, Instant from, Instant to) {
        return past == null
                ? ExchangeClient.super.barHistory(symbol, period, from, to)
                : OpenBar.history(this, period, new OpenBar.Stretch(symbol, from, to));
    }

    @Override
    public CompletableFuture<Map<String, Balance>> positions() {
        return calls.ask(
                RequestFrame.of(ArenaCommand.WALLETS),
                data -> ArenaWords.balances(WalletRecord.from(data).assets()));
    }

    @Override
    public CompletableFuture<List<Order>> openOrders() {
        return calls.pages(
                RequestFrame.of(ArenaCommand.ORDERS),
                ArenaCalls::resting,
                order -> events.words().order(OrderRecord.from(order)));
    }

    @Override
    public CompletableFuture<Order> place(OrderRequest order) {
        return calls.ask(
                ArenaWords.request(ids.named(order)), data -> events.words().order(OrderRecord.from(data)));
    }

    @Override
    public CompletableFuture<Void> cancel(String orderId) {
        return calls.done(RequestFrame.cancel(orderId));
    }

    @Override
    public CompletableFuture<Void> test(OrderRequest order) {
        return calls.done(ArenaWords.request(order).asTest());
    }

    @Override
    public CompletableFuture<List<Transaction>> transactionHistory(Instant from, Instant to) {
        OpenBar.Stretch asked = new OpenBar.Stretch("", from, to);
        return calls.pages(RequestFrame.of(ArenaCommand.FILLS), ArenaCalls::items, events::booked)
                .thenApply(booked -> booked.stream()
                        .flatMap(List::stream)
                        .filter(one -> asked.has(one.at() == null ? Instant.EPOCH : one.at()))
                        .toList());
    }

    @Override
    public CompletableFuture<List<Standings.Row>> standings() {
        return calls.ask(RequestFrame.of(ArenaCommand.STANDINGS), data -> ArenaWords.rows(StandingRecord.rows(data)));
    }

    @Override
    public CompletableFuture<Void> say(String text) {
        return calls.done(RequestFrame.broadcast(Json.text(text)));
    }
}
