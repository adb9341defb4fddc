package io.botpit.server.cli;

import io.botpit.bots.house.HouseBots;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.server.config.ConfigProblem;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.config.Setting;
import io.botpit.server.local.GuestLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What all games have in common that are played on this machine, besides the settings of their rules. */
final class LocalOptions {
    /** Those of the server that rules are made of; the environment says nothing about a local game. */
    static final List<Setting> SETTINGS = List.of(
            Setting.PRESET,
            Setting.SCENARIO,
            Setting.TIME_LIMIT,
            Setting.USD_START,
            Setting.CRYPTO_START,
            Setting.MAKER_FEE_PPM,
            Setting.TAKER_FEE_PPM,
            Setting.VALUATION,
            Setting.CLOSING_WINDOW,
            Setting.CLOSING_SPREAD,
            Setting.CLOSING_CALM,
            Setting.RATE_LIMIT);

    private static final String SECONDS = "600";
    private static final int HOUSE = 4;
    private static final int TURN_MILLIS_MAX = 3_600_000;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of all chance in the game and of the house's bots. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--house",
            paramLabel = "N|SPEC",
            description = {
                "Bots of the house beside them: how many, or which, e.g. market-maker:1,noise:4.",
                "Default: 4, or none in a scenario, which has a house of its own."
            })
    private @Nullable String house;

    @Option(
            names = "--turn-limit",
            paramLabel = "MILLIS",
            description = "So long the clock stands for a program that says when it is done. Default: 2000")
    private @Nullable Integer turnMillis;

    long seed() {
        return seed;
    }

    /**
     * The configuration of a server that would play this game.
     *
     * @param port for bots that come by themselves; 0: any free one
     */
    ServerConfig config(CommandSpec spec, Path folder, int port) {
        Map<Setting, String> defaults = new EnumMap<>(Setting.class);
        defaults.put(Setting.DATA, folder.toString());
        defaults.put(Setting.PORT, String.valueOf(port));
        defaults.put(Setting.FEED_PORT, "0");
        if (!ConfigOptions.repeatable(defaults, spec).gives(Setting.SCENARIO)) {
            defaults.put(Setting.TIME_LIMIT, SECONDS);
        }
        return ServerConfig.read(ConfigOptions.repeatable(defaults, spec));
    }

    /** Who plays a game; {@link ConfigProblem} where an option is wrong. */
    Lineup lineup(ServerConfig config, long gameSeed, List<Contender> contenders) {
        return new Lineup(house(config, gameSeed), contenders, limits());
    }

    private List<HouseBot> house(ServerConfig config, long gameSeed) {
        String wanted = house == null ? String.valueOf(config.game().scenario() == null ? HOUSE : 0) : house;
        if (wanted.matches("[0-9]{1,9}")) {
            int count = Integer.parseInt(wanted);
            Checks.range("--house", count, 0, DemoBots.BOTS_MAX);
            return DemoBots.crowd(count, gameSeed);
        }
        try {
            return HouseBots.roster(wanted, gameSeed);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigProblem("--house: " + wrong.getMessage(), wrong);
        }
    }

    private GuestLimits limits() {
        if (turnMillis == null) {
            return GuestLimits.STANDARD;
        }
        Checks.range("--turn-limit", turnMillis, 1, TURN_MILLIS_MAX);
        return GuestLimits.STANDARD.withTurn(Duration.ofMillis(turnMillis));
    }
}
