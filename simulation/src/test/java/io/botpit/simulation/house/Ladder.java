package io.botpit.simulation.house;

import io.botpit.bots.house.HouseBots;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.Standing;
import io.botpit.game.money.Symbol;
import io.botpit.game.rating.Held;
import io.botpit.game.rating.Listed;
import io.botpit.game.rating.Ratings;
import io.botpit.game.rating.Rewrites;
import io.botpit.game.rating.Seat;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.scenario.House;
import io.botpit.game.scenario.PriceModel;
import io.botpit.game.scenario.Scenario;
import io.botpit.server.local.LocalGame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * House bots against one another, rated game after rated game: eight kinds by lot at a table, ranked rules, five minutes,
 * two coins that wander and come back, and the house of a scenario to trade with, which is not rated.
 */
final class Ladder {
    private static final long SECONDS = 300;
    private static final int SEATS = 8;

    private static final Scenario WORLD = new Scenario(
            "ladder",
            "Two coins that wander and come back.",
            Presets.RANKED,
            SECONDS,
            null,
            new House(2, 8, 5, 3_000, 1_000, 20),
            List.of(
                    new Scenario.Course(new Symbol("BTC/USD"), new PriceModel.MeanReversion(120, 150)),
                    new Scenario.Course(new Symbol("ETH/USD"), new PriceModel.MeanReversion(120, 200))),
            List.of());

    private final Ratings ratings = new Ratings();
    private final Map<String, Double> gains = new TreeMap<>();
    private int games;

    /**
     * One rung.
     *
     * @param gain mean score of a game, in USD
     */
    record Rung(String kind, double rating, double deviation, double gain) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-20s %6.0f ± %3.0f  %+9.2f", kind, rating, 2 * deviation, gain);
        }
    }

    void play(int more) {
        for (int end = games + more; games < end; games++) {
            play(games + 1L);
        }
    }

    private void play(long seed) {
        GameRules rules = WORLD.rules(seed);
        List<HouseBot> bots = drawn(seed).stream()
                .map(kind -> new HouseBot(kind, HouseBots.create(kind, seed, 1)))
                .toList();
        LocalGame game = new LocalGame(rules, WORLD, bots, _ -> {});
        game.playUntil(GameTime.EPOCH.plusMillis(rules.schedule().timeLimitMillis() + 1));
        List<Standing> table = game.view().standings().stream()
                .filter(row -> HouseBots.KINDS.contains(row.name()))
                .toList();
        table.forEach(row -> gains.merge(row.name(), row.score().units() / 1e10, Double::sum));
        ratings.take(result(rules, table), Rewrites.of(List.of()));
    }

    /** Who sits at a table. */
    private static List<String> drawn(long seed) {
        List<String> kinds = new ArrayList<>(HouseBots.KINDS);
        Collections.shuffle(kinds, new SplittableRandom(seed));
        return kinds.subList(0, SEATS);
    }

    private static Listed result(GameRules rules, List<Standing> table) {
        long millis = rules.schedule().timeLimitMillis();
        List<Seat> seats = table.stream()
                .map(row -> new Seat(
                        player(row.name()),
                        player(row.name()),
                        false,
                        false,
                        row.score().units()))
                .toList();
        long start =
                table.getFirst().equity().units() - table.getFirst().score().units();
        return new Listed.Result(
                new GameId("g" + rules.seed()),
                new Listed.Terms(true, true, rules.behaviorVersion(), millis),
                new Listed.Course(GameTime.EPOCH, GameTime.EPOCH.plusMillis(millis), millis, start),
                seats);
    }

    private static PlayerId player(String kind) {
        return new PlayerId(1 + HouseBots.KINDS.indexOf(kind));
    }

    /** Best first. */
    List<Rung> rungs() {
        List<Rung> rungs = new ArrayList<>();
        for (Held held : ratings.all()) {
            String kind = HouseBots.KINDS.get(held.player().number() - 1);
            rungs.add(new Rung(
                    kind,
                    held.rating().value(),
                    held.rating().deviation(),
                    gains.getOrDefault(kind, 0.0) / held.games()));
        }
        rungs.sort(Comparator.comparingDouble(Rung::rating).reversed());
        return rungs;
    }
}
