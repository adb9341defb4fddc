package io.botpit.server.feed;

import io.botpit.game.BookView;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.Side;
import io.botpit.game.Trade;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.protocol.SpectatorFrame;
import io.botpit.protocol.Word;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the public sees of a game's market, kept from its events, with the beat at which each part changed last. Feed's
 * thread only.
 */
final class Stage {
    private static final int TRADES_SHOWN = 50;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final Map<Symbol, Act> acts = new LinkedHashMap<>();
    private final Deque<Beaten<Deal>> trades = new ArrayDeque<>();

    /** Something and the beat at which it came. */
    record Beaten<T>(long beat, T value) {}

    /** A trade as it came: few are ever shown, so words are made for those alone. */
    private record Deal(Trade trade, long sequence, GameTime at) {}

    /** One instrument on the stage. */
    private static final class Act {
        private final Instrument instrument;
        private final ShownBook book;
        private final Chart chart = new Chart();
        private Price mark;
        private long bookBeat;
        private long markBeat;

        Act(Instrument instrument) {
            this.instrument = instrument;
            this.book = new ShownBook(instrument);
            this.mark = instrument.markAtStart();
        }
    }

    Stage(List<Instrument> instruments) {
        instruments.forEach(instrument -> acts.put(instrument.symbol(), new Act(instrument)));
    }

    void see(Committed commit, long beat) {
        for (Event event : commit.events()) {
            see(event, commit, beat);
        }
    }

    private void see(Event event, Committed commit, long beat) {
        switch (event) {
            case Event.LevelChanged(var symbol, var side, var level) -> {
                Act act = act(symbol);
                act.book.change(side, level);
                act.bookBeat = beat;
            }
            case Event.MarkChanged(var symbol, var mark) -> {
                Act act = act(symbol);
                act.mark = mark;
                act.markBeat = beat;
                act.chart.add(second(commit), Figures.price(act.instrument, mark), BigDecimal.ZERO);
            }
            case Event.Traded(var trade) -> traded(trade, commit, beat);
            case Event.OrderEvent _,
                    Event.Overruled _,
                    Event.Filled _,
                    Event.WalletChanged _,
                    Event.ReferenceMoved _,
                    Event.Said _,
                    Event.GameEvent _ -> {
                // nothing of the market
            }
        }
    }

    void correct(BookView view, long beat) {
        Act act = act(view.symbol());
        act.book.replace(view);
        act.bookBeat = beat;
    }

    Optional<Price> best(Symbol symbol, Side side) {
        return act(symbol).book.best(side);
    }

    Map<String, String> marks(long since) {
        Map<String, String> marks = new LinkedHashMap<>();
        acts.forEach((symbol, act) -> {
            if (act.markBeat >= since) {
                marks.put(symbol.text(), Figures.price(act.instrument, act.mark).toPlainString());
            }
        });
        return marks;
    }

    Map<String, SpectatorFrame.Book> books(long since) {
        Map<String, SpectatorFrame.Book> books = new LinkedHashMap<>();
        acts.forEach((symbol, act) -> {
            if (act.bookBeat >= since) {
                books.put(symbol.text(), act.book.top());
            }
        });
        return books;
    }

    List<SpectatorFrame.Trade> trades(long since) {
        return trades.stream()
                .filter(trade -> trade.beat() >= since)
                .map(trade -> shown(trade.value()))
                .toList();
    }

    Map<String, List<SpectatorFrame.Candle>> candles() {
        Map<String, List<SpectatorFrame.Candle>> candles = new LinkedHashMap<>();
        acts.forEach((symbol, act) -> candles.put(symbol.text(), act.chart.candles()));
        return candles;
    }

    List<SpectatorFrame.Instrument> instruments() {
        List<SpectatorFrame.Instrument> instruments = new ArrayList<>();
        acts.forEach((symbol, act) -> instruments.add(new SpectatorFrame.Instrument(
                symbol.text(), act.instrument.priceDecimals(), act.instrument.sizeDecimals())));
        return instruments;
    }

    private void traded(Trade trade, Committed commit, long beat) {
        Act act = act(trade.symbol());
        act.chart.add(
                second(commit),
                Figures.price(act.instrument, trade.price()),
                BigDecimal.valueOf(trade.size().lots(), act.instrument.sizeDecimals()));
        trades.addLast(new Beaten<>(
                beat,
                new Deal(trade, commit.command().sequence(), commit.command().at())));
        if (trades.size() > TRADES_SHOWN) {
            trades.removeFirst();
        }
    }

    private SpectatorFrame.Trade shown(Deal deal) {
        Trade trade = deal.trade();
        Instrument instrument = act(trade.symbol()).instrument;
        return new SpectatorFrame.Trade(
                deal.sequence(),
                Figures.millis(deal.at()),
                trade.symbol().text(),
                Figures.price(instrument, trade.price()).toPlainString(),
                Figures.size(instrument, trade.size()).toPlainString(),
                Word.of(trade.takerSide()));
    }

    private static long second(Committed commit) {
        return Math.floorDiv(Figures.millis(commit.command().at()), MILLIS_PER_SECOND);
    }

    private Act act(Symbol symbol) {
        Act act = acts.get(symbol);
        if (act == null) {
            throw new IllegalArgumentException("no instrument " + symbol + " in this game");
        }
        return act;
    }
}
