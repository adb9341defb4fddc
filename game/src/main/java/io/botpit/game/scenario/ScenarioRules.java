package io.botpit.game.scenario;

import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.game.rules.TradingRules;
import io.botpit.game.scenario.Scenario.Course;
import io.botpit.game.scenario.Scenario.Fees;
import java.util.List;

/** The rules of a game with a scenario: its preset's, with its markets alone, its fees and its length. */
final class ScenarioRules {
    private static final long MILLIS_PER_SECOND = 1_000;

    private ScenarioRules() {}

    static GameRules of(Scenario scenario, long seed) {
        GameRules preset = Presets.named(scenario.preset(), seed);
        List<Instrument> instruments = scenario.markets().stream()
                .map(Course::symbol)
                .map(symbol -> preset.instrument(symbol).orElseThrow())
                .toList();
        List<Asset> assets = GameRules.assetsOf(instruments);
        Fees fees = scenario.fees();
        return new GameRules(
                preset.preset(),
                preset.behaviorVersion(),
                seed,
                instruments,
                assets.stream()
                        .map(asset -> preset.grants().stream()
                                .filter(grant -> grant.asset().equals(asset))
                                .findFirst()
                                .orElseThrow())
                        .toList(),
                preset.entry(),
                schedule(preset.schedule(), scenario.seconds() * MILLIS_PER_SECOND),
                fees == null ? preset.trading() : with(fees, preset.trading()),
                preset.limits());
    }

    /** The window of the end is a share of the length. */
    private static Schedule schedule(Schedule preset, long millis) {
        return new Schedule(
                preset.startPaused(), millis, Closing.ranked(preset.closing().valuation(), millis));
    }

    private static TradingRules with(Fees fees, TradingRules preset) {
        return new TradingRules(
                preset.quotesBehindMark(),
                preset.namedBook(),
                preset.readsWhilePaused(),
                preset.markRule(),
                preset.collarPermille(),
                fees.makerPpm(),
                fees.takerPpm(),
                preset.batchMillis());
    }
}
