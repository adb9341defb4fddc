package io.botpit.benchmarks;

import io.botpit.bots.Strategy;
import io.botpit.bots.house.HouseBots;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.Standing;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.game.rules.Valuation;
import io.botpit.game.scenario.House;
import io.botpit.game.scenario.PriceModel;
import io.botpit.game.scenario.Scenario;
import io.botpit.game.scenario.Scenario.Course;
import io.botpit.server.local.LocalGame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One game of three minutes on the real engine, in virtual time, with the closing of a ranked game: valued by reference in
 * a scenario with its house, or by the book among players.
 */
final class AttackGame {
    static final long MILLIS = 180_000;
    static final long WINDOW_MILLIS = 30_000;
    static final long SPREAD_MILLIS = 15_000;
    static final long CALM_MILLIS = 10_000;

    /** Of a bot that pulled the plug: half a second each. */
    static final int BEATS_AWAY = 14;

    static final int BEATS_OF_GRACE = 4;

    private static final String BOT = "bot";
    private static final String HELPER = "helper";
    private static final String OTHERS = "market-maker:2,noise:4";

    private static final Scenario WORLD = new Scenario(
            "attacked",
            "A market that moves a little, with the standard house.",
            Presets.RANKED,
            MILLIS / 1_000,
            null,
            House.STANDARD,
            List.of(new Course(new Symbol("BTC/USD"), new PriceModel.Geometric(0, 150))),
            List.of());

    private AttackGame() {}

    /**
     * How it ended for those who attack, in quote units per whole quote.
     *
     * @param bot its score
     * @param both with its helper's
     */
    record Scores(double bot, double both) {}

    static Scores play(Valuation valuation, long seed, Strategy bot, Strategy helper) {
        boolean world = valuation == Valuation.REFERENCE;
        GameRules rules = (world ? WORLD.rules(seed) : Presets.named(Presets.RANKED, seed))
                .with(Entry.OPEN, new Schedule(false, MILLIS, closing(valuation)));
        List<HouseBot> players = new ArrayList<>(world ? List.of() : HouseBots.roster(OTHERS, seed));
        players.add(new HouseBot(BOT, bot));
        players.add(new HouseBot(HELPER, helper));
        Table table = new Table();
        LocalGame game = new LocalGame(
                rules, world ? WORLD : null, players, commit -> commit.events().forEach(table::see));
        game.playUntil(GameTime.EPOCH.plusMillis(MILLIS));
        return table.scores(Math.pow(10, rules.firstInstrument().quote().decimals()));
    }

    private static Closing closing(Valuation valuation) {
        return Closing.ranked(valuation, MILLIS);
    }

    /** Waits for the end. */
    private static final class Table {
        private @Nullable List<Standing> rows;

        void see(Event event) {
            if (event instanceof Event.Ended ended) {
                rows = ended.table();
            }
        }

        Scores scores(double unitsPerWhole) {
            double bot = score(BOT) / unitsPerWhole;
            return new Scores(bot, bot + score(HELPER) / unitsPerWhole);
        }

        private long score(String name) {
            List<Standing> table = rows;
            if (table == null) {
                throw new IllegalStateException("the game did not end");
            }
            return table.stream()
                    .filter(row -> row.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .score()
                    .units();
        }
    }
}
