package io.botpit.bots.exchange;

import io.botpit.bots.Recording;
import io.botpit.bots.exchange.ExchangeEvent.Bar;
import io.botpit.bots.exchange.ExchangeEvent.Standings;
import io.botpit.bots.exchange.ExchangeEvent.Ticker;
import io.botpit.bots.exchange.ExchangeEvent.Trade;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A recorded game in virtual time: all that was told is told again, own orders and fills included, and the market can be
 * asked about as it was. Nothing can be traded. Whoever lets the time pass is the thread that listeners are called by.
 */
public final class Replay implements ExchangeClient {
    private final Listeners listeners = new Listeners();
    private final ArenaEvents events;
    private final Recording recording;
    private final Map<String, Book> books = new ConcurrentHashMap<>();
    private final Queue<Trade> trades = new ConcurrentLinkedQueue<>();
    private volatile List<Standings.Row> table = List.of();
    private String keptGame = "";

    /**
     * Begins at the first moment of a {@link Recording}; {@link IllegalArgumentException} names the first line that is wrong.
     */
    public Replay(List<String> lines) {
        events = new ArenaEvents(listeners, this::now);
        recording = new Recording(lines, events);
        listeners.add(this::keep);
    }

    /** What time it is, on the recorded exchange's clock. */
    public Instant now() {
        return recording.now();
    }

    /** Nothing comes any more. */
    public boolean isOver() {
        return recording.isOver();
    }

    /** Lets the time pass and tells what happened meanwhile; nothing once it is closed. */
    public void playUntil(Instant moment) {
        if (state() != State.CLOSED) {
            recording.playUntil(moment);
            turnPage();
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return Collections.unmodifiableSet(EnumSet.of(
                Capability.MARKETS,
                Capability.TICKER,
                Capability.BOOK,
                Capability.TRADE_HISTORY,
                Capability.BAR_HISTORY,
                Capability.STANDINGS));
    }

    @Override
    public State state() {
        return listeners.state();
    }

    @Override
    public void listen(Consumer<ExchangeEvent> listener) {
        listeners.add(listener);
    }

    /** Tells the snapshots, at once; fails if they are not in the recording. */
    @Override
    public CompletableFuture<Void> connect() {
        return listeners.begin(() -> {
            recording.begin();
            turnPage();
            if (state() != State.CONNECTED) {
                listeners.ended("the recording ends before the exchange is ready");
            }
        });
    }

    @Override
    public void close() {
        listeners.ended("closed");
    }

    @Override
    public CompletableFuture<List<Instrument>> markets() {
        return asIs(() -> events.words().instruments());
    }

    @Override
    public CompletableFuture<Ticker> ticker(String symbol) {
        return instrument(symbol).thenApply(one -> events.tape().ticker(one.symbol()));
    }

    @Override
    public CompletableFuture<Book> book(String symbol) {
        return instrument(symbol)
                .thenApply(one -> books.getOrDefault(one.symbol(), new Book(symbol, List.of(), List.of())));
    }

    @Override
    public CompletableFuture<List<Trade>> tradeHistory(String symbol, Instant from, Instant to) {
        OpenBar.Stretch asked = new OpenBar.Stretch(symbol, from, to);
        return instrument(symbol)
                .thenApply(one -> trades.stream()
                        .filter(trade -> trade.symbol().equals(one.symbol()) && asked.has(trade.at()))
                        .toList());
    }

    @Override
    public CompletableFuture<List<Bar>> barHistory(String symbol, Duration period, Instant from, Instant to) {
        return OpenBar.history(this, period, new OpenBar.Stretch(symbol, from, to));
    }

    @Override
    public CompletableFuture<List<Standings.Row>> standings() {
        return asIs(() -> table);
    }

    private <T> CompletableFuture<T> asIs(Supplier<T> value) {
        return state() == State.CONNECTED || state() == State.CONNECTING
                ? CompletableFuture.completedFuture(value.get())
                : CompletableFuture.failedFuture(ExchangeException.of(new IOException("not connected: " + state())));
    }

    /** The next game may have the same markets, and has another past. */
    private void turnPage() {
        if (!keptGame.equals(events.gameId())) {
            keptGame = events.gameId();
            books.clear();
            trades.clear();
            table = List.of();
        }
    }

    private void keep(ExchangeEvent event) {
        turnPage();
        switch (event) {
            case ExchangeEvent.BookUpdate(var _, var book) -> books.put(book.symbol(), book);
            case Trade trade -> trades.add(trade);
            case Standings(var rows) -> table = rows;
            default -> {}
        }
    }
}
