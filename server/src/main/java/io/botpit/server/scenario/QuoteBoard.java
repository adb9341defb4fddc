package io.botpit.server.scenario;

import io.botpit.bots.house.Guide;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.GameRules;
import io.botpit.game.scenario.House;
import io.botpit.game.scenario.Liquidity;
import io.botpit.game.scenario.Script;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the house's makers are to quote, as of the last second. One thread turns it; any thread reads it. */
public final class QuoteBoard implements Guide {
    private static final double MILLION = 1_000_000;
    private static final double THOUSAND = 1_000;

    private final Script script;
    private final GameRules rules;
    private volatile Map<String, Quotes> quotes = Map.of();

    /** Nothing is on it yet. */
    public QuoteBoard(Script script, GameRules rules) {
        this.script = script;
        this.rules = rules;
    }

    @Override
    public Optional<Quotes> quotes(String symbol) {
        return Optional.ofNullable(quotes.get(symbol));
    }

    /** Shows a second of game time. */
    public void turnTo(long second) {
        Map<String, Quotes> now = new LinkedHashMap<>();
        Liquidity liquidity = script.liquidity(second);
        for (Instrument instrument : rules.instruments()) {
            now.put(instrument.symbol().text(), quotes(instrument, second, liquidity));
        }
        quotes = Map.copyOf(now);
    }

    private Quotes quotes(Instrument instrument, long second, Liquidity liquidity) {
        House house = script.scenario().house();
        long ticks = script.reference(instrument.symbol(), second).ticks();
        double spread = liquidity.spreadPermille() / THOUSAND / MILLION;
        return new Quotes(
                BigDecimal.valueOf(ticks, instrument.priceDecimals()).doubleValue(),
                house.halfSpreadPpm() * spread,
                house.stepPpm() * spread,
                coins(instrument.base()) * house.sizePermille() / THOUSAND * liquidity.sizePermille() / THOUSAND,
                house.levels());
    }

    private double coins(Asset asset) {
        return rules.grants().stream()
                .filter(grant -> grant.asset().equals(asset))
                .mapToDouble(grant -> BigDecimal.valueOf(grant.amount().units(), asset.decimals())
                        .doubleValue())
                .sum();
    }
}
