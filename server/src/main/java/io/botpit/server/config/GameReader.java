package io.botpit.server.config;

import io.botpit.game.money.Asset;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.game.rules.TradingRules;
import io.botpit.game.scenario.Scenario;
import java.math.BigDecimal;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The settings of the default game; they must make rules that a game can be played by. */
final class GameReader {
    private static final int MILLIS_PER_SECOND = 1_000;
    private static final int PLAYERS_MAX = 100_000;
    private static final int USD_DECIMALS_MAX = 10;
    private static final int COIN_DECIMALS_MAX = 8;

    private final Settings settings;
    private final Scenarios scenarios;

    GameReader(Settings settings, Scenarios scenarios) {
        this.settings = settings;
        this.scenarios = scenarios;
    }

    GameSetup read() {
        Scenario scenario = scenario();
        GameRules base = base(scenario);
        GameSetup setup = new GameSetup(
                base.preset(),
                start(
                        Setting.USD_START,
                        USD_DECIMALS_MAX,
                        base.firstInstrument().quote(),
                        base),
                start(
                        Setting.CRYPTO_START,
                        COIN_DECIMALS_MAX,
                        base.firstInstrument().base(),
                        base),
                new FeesSetup(
                        value(Setting.MAKER_FEE_PPM).optionalInteger(0, TradingRules.FEE_PPM_MAX),
                        value(Setting.TAKER_FEE_PPM).optionalInteger(0, TradingRules.FEE_PPM_MAX)),
                limits(base),
                value(Setting.USER_LIMIT).optionalInteger(1, PLAYERS_MAX).orElse(0),
                value(Setting.WHITELIST).names(),
                new ScheduleSetup(
                        value(Setting.TIME_LIMIT)
                                .optionalInteger(1, (int) (Schedule.TIME_LIMIT_MILLIS_MAX / MILLIS_PER_SECOND)),
                        value(Setting.PAUSED).flag(),
                        closing()),
                scenario);
        check(setup);
        return setup;
    }

    private @Nullable Scenario scenario() {
        Settings.Given given = settings.get(Setting.SCENARIO);
        try {
            return given.text().isEmpty() ? null : scenarios.find(given.text());
        } catch (ConfigProblem problem) {
            throw new ConfigProblem(given.origin() + ": " + problem.getMessage(), problem);
        }
    }

    private GameRules base(@Nullable Scenario scenario) {
        String preset = value(Setting.PRESET).oneOf(Presets.NAMES);
        if (scenario == null) {
            return Presets.named(preset, 0);
        }
        Settings.Given given = settings.get(Setting.PRESET);
        if (!given.isDefault() && !preset.equals(scenario.preset())) {
            throw given.problem("scenario " + scenario.name() + " is played by " + scenario.preset() + ", not by "
                    + preset + ": leave one of the two out");
        }
        return scenario.rules(0);
    }

    /** What is not given is as the rules have it. */
    private BigDecimal start(Setting setting, int decimalsMax, Asset asset, GameRules base) {
        if (!settings.get(setting).isDefault()
                || settings.get(Setting.SCENARIO).text().isEmpty()) {
            return value(setting).decimal(decimalsMax);
        }
        return base.grants().stream()
                .filter(grant -> grant.asset().equals(asset))
                .map(grant -> BigDecimal.valueOf(grant.amount().units(), asset.decimals()))
                .findFirst()
                .orElseThrow();
    }

    private LimitsSetup limits(GameRules base) {
        return new LimitsSetup(
                value(Setting.POSITION_MAX).positions(),
                settings.gives(Setting.NOTIONAL_MAX)
                        ? value(Setting.NOTIONAL_MAX)
                                .decimal(base.firstInstrument().quote().decimals())
                        : null,
                number(Setting.ORDERS_MAX, 1, LimitsSetup.ORDERS_MAX));
    }

    private ClosingSetup closing() {
        return new ClosingSetup(
                settings.get(Setting.VALUATION).text().isEmpty()
                        ? null
                        : value(Setting.VALUATION).valuation(),
                millis(Setting.CLOSING_WINDOW),
                millis(Setting.CLOSING_SPREAD),
                millis(Setting.CLOSING_CALM),
                number(Setting.CLOSING_IMPACT, 0, Closing.IMPACT_PERMILLE_MAX),
                number(Setting.CLOSING_CLAMP, 1, Closing.CLAMP_PERMILLE_MAX),
                number(Setting.CLOSING_POSITION, 1, Closing.PERCENT_MAX));
    }

    private @Nullable Integer millis(Setting setting) {
        Integer seconds = number(setting, 0, (int) Closing.MILLIS_MAX / MILLIS_PER_SECOND);
        return seconds == null ? null : seconds * MILLIS_PER_SECOND;
    }

    private @Nullable Integer number(Setting setting, int least, int most) {
        OptionalInt given = value(setting).optionalInteger(least, most);
        return given.isPresent() ? given.getAsInt() : null;
    }

    private Value value(Setting setting) {
        return new Value(settings.get(setting));
    }

    private void check(GameSetup setup) {
        if (setup.playersMax() > 0 && setup.whitelist().size() > setup.playersMax()) {
            throw settings.get(Setting.USER_LIMIT)
                    .problem("must not be below the " + setup.whitelist().size() + " names of the whitelist");
        }
        try {
            setup.rules(0);
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem("the rules of the default game: " + e.getMessage(), e);
        }
    }
}
