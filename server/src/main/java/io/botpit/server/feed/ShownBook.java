package io.botpit.server.feed;

import io.botpit.game.BookView;
import io.botpit.game.Level;
import io.botpit.game.Side;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.protocol.SpectatorFrame.Book;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A book as it can be known from its public changes. Feed's thread only. */
final class ShownBook {
    private static final int LEVELS_SHOWN = 10;

    private final Instrument instrument;
    private final SortedMap<Price, Quantity> bids = new TreeMap<>(Comparator.reverseOrder());
    private final SortedMap<Price, Quantity> asks = new TreeMap<>();

    ShownBook(Instrument instrument) {
        this.instrument = instrument;
    }

    void change(Side side, Level level) {
        SortedMap<Price, Quantity> levels = levels(side);
        if (level.size().equals(Quantity.NONE)) {
            levels.remove(level.price());
        } else {
            levels.put(level.price(), level.size());
        }
    }

    /** Starts again from a complete view. */
    void replace(BookView view) {
        bids.clear();
        asks.clear();
        view.bids().forEach(level -> change(Side.BUY, level));
        view.asks().forEach(level -> change(Side.SELL, level));
    }

    Optional<Price> best(Side side) {
        SortedMap<Price, Quantity> levels = levels(side);
        return levels.isEmpty() ? Optional.empty() : Optional.of(levels.firstKey());
    }

    Book top() {
        return new Book(top(bids), top(asks));
    }

    private SortedMap<Price, Quantity> levels(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private List<List<String>> top(SortedMap<Price, Quantity> levels) {
        return levels.entrySet().stream().limit(LEVELS_SHOWN).map(this::row).toList();
    }

    private List<String> row(Map.Entry<Price, Quantity> level) {
        return List.of(
                Figures.price(instrument, level.getKey()).toPlainString(),
                Figures.size(instrument, level.getValue()).toPlainString());
    }
}
