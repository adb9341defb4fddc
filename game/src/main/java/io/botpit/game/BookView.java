package io.botpit.game;

import io.botpit.game.money.Symbol;
import java.util.List;

/** The best levels of a book, best first on each side. */
public record BookView(Symbol symbol, List<Level> bids, List<Level> asks) {
    public BookView {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }
}
