package io.botpit.server.feed;

import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.Fill;
import io.botpit.game.Side;
import io.botpit.game.Trade;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trades that are much larger than usual; with names where the rules name owners. */
final class BigTrades implements Template {
    private static final int TIMES = 10;

    private final Subject subject;
    private final Map<Symbol, Recent> sizes = new HashMap<>();

    BigTrades(Subject subject) {
        this.subject = subject;
    }

    @Override
    public List<News> see(Event event, Committed commit) {
        if (!(event instanceof Event.Traded(var trade))) {
            return List.of();
        }
        Recent usual = sizes.computeIfAbsent(trade.symbol(), _ -> new Recent());
        boolean large = usual.isOver(trade.size().lots(), TIMES);
        usual.add(trade.size().lots());
        return large ? List.of(tell(trade, commit)) : List.of();
    }

    private News tell(Trade trade, Committed commit) {
        Instrument instrument = subject.rules().instrument(trade.symbol()).orElseThrow();
        String what = Figures.size(instrument, trade.size()).toPlainString() + " "
                + instrument.base().code() + " at "
                + Figures.price(instrument, trade.price()).toPlainString();
        List<String> takers = subject.isOpen() ? takers(trade, commit) : List.of();
        if (takers.isEmpty()) {
            return News.of(StoryKind.TRADE, "a large trade: " + what);
        }
        return News.of(
                StoryKind.TRADE, takers.getFirst(), (trade.takerSide() == Side.BUY ? " buys " : " sells ") + what);
    }

    private List<String> takers(Trade trade, Committed commit) {
        return commit.events().stream()
                .filter(Event.Filled.class::isInstance)
                .map(event -> ((Event.Filled) event).fill())
                .filter(fill -> fill.trade().equals(trade.id()) && !fill.fee().maker())
                .map(Fill::owner)
                .map(subject.names()::of)
                .toList();
    }
}
