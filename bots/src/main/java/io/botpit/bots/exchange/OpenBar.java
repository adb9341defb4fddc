package io.botpit.bots.exchange;

import io.botpit.bots.exchange.ExchangeEvent.Bar;
import io.botpit.bots.exchange.ExchangeEvent.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The trades of one stretch of time so far, never none. For one thread. */
final class OpenBar {
    private static final int VWAP_MORE_DECIMALS = 2;

    /** Some time of a market. */
    record Stretch(String symbol, Instant from, Instant to) {
        boolean has(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    private final Duration period;
    private final Instant start;
    private final Trade first;
    private BigDecimal high;
    private BigDecimal low;
    private BigDecimal close;
    private BigDecimal volume;
    private BigDecimal turnover;

    OpenBar(Duration period, Trade first) {
        this.period = period;
        this.first = first;
        start = startOf(first.at(), period);
        high = first.price();
        low = first.price();
        close = first.price();
        volume = first.size();
        turnover = first.price().multiply(first.size());
    }

    /** The bars of trades that are in order, those of the stretches that have any. */
    static List<Bar> of(List<Trade> trades, Duration period) {
        List<OpenBar> bars = new ArrayList<>();
        for (Trade trade : trades) {
            if (bars.isEmpty() || !bars.getLast().takes(trade)) {
                bars.add(new OpenBar(period, trade));
            } else {
                bars.getLast().add(trade);
            }
        }
        return bars.stream().map(OpenBar::bar).toList();
    }

    /** The bars of a client's trades that start within a stretch. */
    static CompletableFuture<List<Bar>> history(ExchangeClient client, Duration period, Stretch asked) {
        if (period.toSeconds() < 1 || period.toNanosPart() != 0) {
            return CompletableFuture.failedFuture(
                    new ExchangeException("period_invalid", "a whole number of seconds, not " + period, null));
        }
        Instant end = asked.to.isAfter(Instant.MAX.minus(period)) ? asked.to : asked.to.plus(period);
        return client.tradeHistory(asked.symbol, startOf(asked.from, period), end)
                .thenApply(trades -> of(trades, period).stream()
                        .filter(bar -> asked.has(bar.start()))
                        .toList());
    }

    static Instant startOf(Instant moment, Duration period) {
        long seconds = period.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
    }

    boolean takes(Trade trade) {
        return startOf(trade.at(), period).equals(start);
    }

    void add(Trade trade) {
        high = high.max(trade.price());
        low = low.min(trade.price());
        close = trade.price();
        volume = volume.add(trade.size());
        turnover = turnover.add(trade.price().multiply(trade.size()));
    }

    Bar bar() {
        BigDecimal vwap = turnover.divide(volume, close.scale() + VWAP_MORE_DECIMALS, RoundingMode.HALF_EVEN);
        return new Bar(first.symbol(), period, start, first.price(), high, low, close, volume, vwap);
    }
}
