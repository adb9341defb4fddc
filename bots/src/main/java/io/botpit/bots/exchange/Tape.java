package io.botpit.bots.exchange;

import io.botpit.bots.exchange.ExchangeEvent.Ticker;
import io.botpit.bots.exchange.ExchangeEvent.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Makes tickers and bars of books, marks and trades. One thread writes; tickers may be read by any. */
final class Tape {
    static final Duration BAR_PERIOD = Duration.ofMinutes(1);

    private final Consumer<ExchangeEvent> listener;
    private final Map<String, Ticker> tickers = new ConcurrentHashMap<>();
    private final Map<String, OpenBar> bars = new ConcurrentHashMap<>();

    Tape(Consumer<ExchangeEvent> listener) {
        this.listener = listener;
    }

    Ticker ticker(String symbol) {
        return tickers.getOrDefault(symbol, new Ticker(symbol, null, null, null, null));
    }

    /** Another game: its markets have another past. */
    void clear() {
        tickers.clear();
        bars.clear();
    }

    void changed(long sequence, Book book) {
        listener.accept(new ExchangeEvent.BookUpdate(sequence, book));
        update(
                book.symbol(),
                old -> new Ticker(
                        old.symbol(),
                        book.bestBid().orElse(null),
                        book.bestAsk().orElse(null),
                        old.last(),
                        old.mark()));
    }

    void traded(Trade trade) {
        listener.accept(trade);
        OpenBar bar = bars.get(trade.symbol());
        if (bar == null || !bar.takes(trade)) {
            bar = new OpenBar(BAR_PERIOD, trade);
            bars.put(trade.symbol(), bar);
        } else {
            bar.add(trade);
        }
        listener.accept(bar.bar());
        update(trade.symbol(), old -> new Ticker(old.symbol(), old.bid(), old.ask(), trade.price(), old.mark()));
    }

    void marked(String symbol, BigDecimal mark) {
        update(symbol, old -> new Ticker(symbol, old.bid(), old.ask(), old.last(), mark));
    }

    private void update(String symbol, UnaryOperator<Ticker> change) {
        Ticker old = ticker(symbol);
        Ticker changed = change.apply(old);
        if (!changed.equals(old)) {
            tickers.put(symbol, changed);
            listener.accept(changed);
        }
    }
}
