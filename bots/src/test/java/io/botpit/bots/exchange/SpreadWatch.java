package io.botpit.bots.exchange;

import io.botpit.bots.Market.Level;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The widest gap between bid and ask of each market, at any exchange. */
final class SpreadWatch {
    private final Map<String, BigDecimal> widest = new ConcurrentSkipListMap<>();

    SpreadWatch(ExchangeClient exchange) {
        exchange.listen(this::heard);
    }

    private void heard(ExchangeEvent event) {
        if (event instanceof ExchangeEvent.Ticker(var symbol, Level bid, Level ask, var _, var _)) {
            widest.merge(symbol, ask.price().subtract(bid.price()), BigDecimal::max);
        }
    }

    Map<String, BigDecimal> widest() {
        return widest;
    }
}
