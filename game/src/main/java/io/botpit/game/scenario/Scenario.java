package io.botpit.game.scenario;

import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.TradingRules;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A world to play in: under which rules, how reference prices move, who else is there and what happens when. It says
 * nothing by chance; all of that comes from the game's seed.
 *
 * @param name for commands: lower case letters, digits and dashes
 * @param about one sentence for people
 * @param preset the rules it is played by
 * @param seconds length of the game
 * @param fees null: the preset's
 * @param markets those of the game, and how their reference prices move
 */
public record Scenario(
        String name,
        String about,
        String preset,
        long seconds,
        @Nullable Fees fees,
        House house,
        List<Course> markets,
        List<Incident> incidents) {
    /** Longest game, and latest moment of anything: 30 days. */
    public static final long SECONDS_MAX = 30L * 24 * 3_600;

    public static final int INCIDENTS_MAX = 500;
    public static final int ABOUT_CHARS_MAX = 200;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public Scenario {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name must be 1 to 40 lower case letters, digits and dashes, not '" + name + "'");
        }
        Range.chars("about", about, ABOUT_CHARS_MAX);
        Range.check("seconds", seconds, 1, SECONDS_MAX);
        markets = List.copyOf(markets);
        incidents = List.copyOf(incidents);
        Range.check("number of markets", markets.size(), 1, GameRules.INSTRUMENTS_MAX);
        Range.check("number of incidents", incidents.size(), 0, INCIDENTS_MAX);
        ScenarioChecks.consistent(markets, incidents);
        ScenarioChecks.playable(preset, markets);
    }

    /** One market: its instrument's name and how its reference price moves. */
    public record Course(Symbol symbol, PriceModel model) {}

    /** Fees in millionths of what each side receives. */
    public record Fees(int makerPpm, int takerPpm) {
        public Fees {
            Range.check("maker-fee-ppm", makerPpm, 0, TradingRules.FEE_PPM_MAX);
            Range.check("taker-fee-ppm", takerPpm, 0, TradingRules.FEE_PPM_MAX);
        }
    }

    /** The rules of a game in this world. */
    public GameRules rules(long seed) {
        return ScenarioRules.of(this, seed);
    }

    public Optional<Course> course(Symbol symbol) {
        return markets.stream().filter(one -> one.symbol().equals(symbol)).findFirst();
    }

    /** All there is to say about it, in one form only: two scenarios are the same where their texts are. */
    public String text() {
        return ScenarioText.of(this);
    }
}
