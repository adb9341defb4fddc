package io.botpit.server.feed;

import io.botpit.game.Side;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A spread that is much wider than usual, and was not a second ago. */
final class Spreads implements Template {
    private static final int TIMES = 5;

    private final List<Instrument> instruments;
    private final Map<Symbol, Recent> spreads = new HashMap<>();
    private final Set<Symbol> wide = new HashSet<>();

    Spreads(List<Instrument> instruments) {
        this.instruments = instruments;
    }

    @Override
    public List<News> look(Stage stage) {
        List<News> news = new ArrayList<>();
        for (Instrument instrument : instruments) {
            Symbol symbol = instrument.symbol();
            Optional<Price> bid = stage.best(symbol, Side.BUY);
            Optional<Price> ask = stage.best(symbol, Side.SELL);
            if (bid.isPresent() && ask.isPresent()) {
                long ticks = ask.get().ticks() - bid.get().ticks();
                if (widens(symbol, ticks)) {
                    String spread = Figures.price(instrument, new Price(ticks)).toPlainString();
                    news.add(News.of(StoryKind.SPREAD, "the spread of " + symbol.text() + " widens to " + spread));
                }
            }
        }
        return news;
    }

    private boolean widens(Symbol symbol, long ticks) {
        Recent usual = spreads.computeIfAbsent(symbol, _ -> new Recent());
        boolean over = usual.isOver(ticks, TIMES);
        usual.add(ticks);
        boolean before = over ? !wide.add(symbol) : wide.remove(symbol);
        return over && !before;
    }
}
