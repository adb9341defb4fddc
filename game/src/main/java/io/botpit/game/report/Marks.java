package io.botpit.game.report;

import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Grant;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The marks of a game as they move, and what things are worth at them. One thread. */
final class Marks {
    private final GameRules rules;
    private final List<Instrument> instruments;
    private final Map<Symbol, Integer> numbers = new LinkedHashMap<>();
    private final long[] ticks;
    private final boolean[] referred;

    Marks(GameRules rules) {
        this.rules = rules;
        instruments = rules.instruments();
        ticks = new long[instruments.size()];
        referred = new boolean[ticks.length];
        for (int market = 0; market < ticks.length; market++) {
            numbers.put(instruments.get(market).symbol(), market);
            ticks[market] = instruments.get(market).markAtStart().ticks();
        }
    }

    int markets() {
        return ticks.length;
    }

    int number(Symbol symbol) {
        Integer number = numbers.get(symbol);
        if (number == null) {
            throw new IllegalArgumentException("no instrument " + symbol + " in the rules of this game");
        }
        return number;
    }

    Instrument instrument(int market) {
        return instruments.get(market);
    }

    void move(Symbol symbol, Price mark) {
        int market = number(symbol);
        ticks[market] = referred[market] ? ticks[market] : mark.ticks();
    }

    /** From now on the reference price is the mark: it says more, and no player can move it. */
    void refer(Symbol symbol, Price price) {
        int market = number(symbol);
        referred[market] = true;
        ticks[market] = price.ticks();
    }

    long ticks(int market) {
        return ticks[market];
    }

    /** Quote units of some lots at a price in ticks, or at a difference of prices. */
    BigInteger worth(int market, long lots, long price) {
        return BigInteger.valueOf(lots)
                .multiply(BigInteger.valueOf(price))
                .multiply(BigInteger.valueOf(instruments.get(market).unitsPerTickLot()));
    }

    /** Quote units of some units of the base asset at the mark. */
    double value(int market, long baseUnits) {
        Instrument instrument = instruments.get(market);
        return (double) baseUnits * ticks[market] * instrument.unitsPerTickLot() / instrument.unitsPerLot();
    }

    /** What everybody started with, in quote units at the marks as they are. */
    double wallet() {
        double worth = 0;
        for (Grant grant : rules.grants()) {
            Asset asset = grant.asset();
            if (asset.equals(rules.firstInstrument().quote())) {
                worth += grant.amount().units();
            }
            for (int market = 0; market < ticks.length; market++) {
                if (instruments.get(market).base().equals(asset)) {
                    worth += value(market, grant.amount().units());
                }
            }
        }
        return worth;
    }
}
