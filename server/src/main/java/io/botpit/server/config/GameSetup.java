package io.botpit.server.config;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Grant;
import io.botpit.game.rules.Presets;
import io.botpit.game.scenario.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The default game: a preset or a scenario, and what differs from it.
 *
 * @param usdStart starting wallet in the first quote asset
 * @param cryptoStart starting wallet in the first coin; the other coins keep their proportion to it
 * @param playersMax 0: no limit
 * @param whitelist empty: anybody
 * @param scenario null: nothing happens by itself
 */
public record GameSetup(
        String preset,
        BigDecimal usdStart,
        BigDecimal cryptoStart,
        FeesSetup fees,
        LimitsSetup limits,
        int playersMax,
        List<String> whitelist,
        ScheduleSetup schedule,
        @Nullable Scenario scenario) {
    public GameSetup {
        whitelist = List.copyOf(whitelist);
    }

    /** The rules of the game with its own seed; {@link IllegalArgumentException} where they contradict each other. */
    public GameRules rules(long seed) {
        GameRules base = scenario == null ? Presets.named(preset, seed) : scenario.rules(seed);
        return limits.over(new GameRules(
                base.preset(),
                base.behaviorVersion(),
                seed,
                base.instruments(),
                grants(base),
                new Entry(whitelist, playersMax, base.entry().rated()),
                schedule.over(base.schedule()),
                fees.over(base.trading()),
                base.limits()));
    }

    /** For people, unless somebody gave one. */
    public String title() {
        return scenario == null ? preset : scenario.name();
    }

    private List<Grant> grants(GameRules base) {
        Asset quote = base.firstInstrument().quote();
        Asset coin = base.firstInstrument().base();
        long coinUnits = base.grants().stream()
                .filter(grant -> grant.asset().equals(coin))
                .mapToLong(grant -> grant.amount().units())
                .findFirst()
                .orElseThrow();
        BigDecimal coinsOfPreset = BigDecimal.valueOf(coinUnits, coin.decimals());
        return base.grants().stream()
                .map(grant -> grant.asset().equals(quote)
                        ? new Grant(quote, units(usdStart, quote))
                        : new Grant(grant.asset(), scaled(grant, coinsOfPreset)))
                .toList();
    }

    private Amount scaled(Grant grant, BigDecimal coinsOfPreset) {
        Asset asset = grant.asset();
        BigDecimal ofPreset = BigDecimal.valueOf(grant.amount().units(), asset.decimals());
        return units(ofPreset.multiply(cryptoStart).divide(coinsOfPreset, asset.decimals(), RoundingMode.DOWN), asset);
    }

    private static Amount units(BigDecimal whole, Asset asset) {
        try {
            return new Amount(whole.movePointRight(asset.decimals()).longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    whole.toPlainString() + " " + asset.code() + " is too large or has more than " + asset.decimals()
                            + " decimals",
                    e);
        }
    }
}
