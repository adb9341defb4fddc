package io.botpit.server.feed;

import io.botpit.game.Side;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Symbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A side of a book on which there is nothing any more. */
final class EmptySides implements Template {
    private final List<Instrument> instruments;
    private final Set<BookSide> filled = new HashSet<>();

    private record BookSide(Symbol symbol, Side side) {}

    EmptySides(List<Instrument> instruments) {
        this.instruments = instruments;
    }

    @Override
    public List<News> look(Stage stage) {
        List<News> news = new ArrayList<>();
        for (Instrument instrument : instruments) {
            for (Side side : Side.values()) {
                BookSide here = new BookSide(instrument.symbol(), side);
                if (stage.best(here.symbol(), side).isPresent()) {
                    filled.add(here);
                } else if (filled.remove(here)) {
                    String wish = side == Side.BUY ? "buy " : "sell ";
                    news.add(News.of(
                            StoryKind.EMPTY,
                            "nobody wants to " + wish + here.symbol().text() + " any more"));
                }
            }
        }
        return news;
    }
}
