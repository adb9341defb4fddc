package io.botpit.server.config;

import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.game.rules.TradingRules;

/** The settings of the default game; they must make rules that a game can be played by. */
final class GameReader {
    private static final int PLAYERS_MAX = 100_000;
    private static final int USD_DECIMALS_MAX = 10;
    private static final int COIN_DECIMALS_MAX = 8;

    private final Settings settings;

    GameReader(Settings settings) {
        this.settings = settings;
    }

    GameSetup read() {
        GameSetup setup = new GameSetup(
                value(Setting.PRESET).oneOf(Presets.NAMES),
                value(Setting.USD_START).decimal(USD_DECIMALS_MAX),
                value(Setting.CRYPTO_START).decimal(COIN_DECIMALS_MAX),
                value(Setting.MAKER_FEE_PPM).optionalInteger(0, TradingRules.FEE_PPM_MAX),
                value(Setting.TAKER_FEE_PPM).optionalInteger(0, TradingRules.FEE_PPM_MAX),
                value(Setting.USER_LIMIT).optionalInteger(1, PLAYERS_MAX).orElse(0),
                value(Setting.TIME_LIMIT)
                        .optionalInteger(1, (int) (Schedule.TIME_LIMIT_MILLIS_MAX / 1_000))
                        .orElse(0),
                value(Setting.WHITELIST).names(),
                value(Setting.PAUSED).flag());
        check(setup);
        return setup;
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
