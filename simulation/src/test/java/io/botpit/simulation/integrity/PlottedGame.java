package io.botpit.simulation.integrity;

import io.botpit.bots.Strategy;
import io.botpit.bots.Wish;
import io.botpit.bots.house.HouseBots;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.game.GameTime;
import io.botpit.game.report.GameReport;
import io.botpit.game.report.Reporter;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.server.local.LocalGame;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A game of five minutes in virtual time, two of whose players may have agreed on something. */
final class PlottedGame {
    private static final long MILLIS = 300_000;
    private static final double WALLET = 30_000;
    private static final int LOUDEST = 5;

    /**
     * What came of it.
     *
     * @param fed whether all was fed that was to be
     */
    record Played(GameReport report, boolean fed) {}

    private PlottedGame() {}

    /** @param part of the giver's wallet that is fed; 0: nothing is, and both are honest */
    static Played play(long seed, double part) {
        Random random = new Random(seed);
        Plot plot = new Plot(seed, part * WALLET, (int) (MILLIS * 1_000 / LocalGame.BEAT_MICROS));
        HouseBot first = guest(random, Plot.RECEIVER, seed);
        HouseBot second = guest(random, Plot.GIVER, seed);
        List<HouseBot> bots = new ArrayList<>(HouseBots.roster(table(random), seed));
        bots.add(part == 0 ? first : new HouseBot(first.name(), plot.receiving(first.strategy())));
        bots.add(part == 0 ? second : new HouseBot(second.name(), plot.giving(second.strategy())));
        Collections.shuffle(bots, random);
        return played(seed, bots, plot);
    }

    private static Played played(long seed, List<HouseBot> bots, Plot plot) {
        GameRules rules =
                Presets.named(Presets.OPEN_MARKET, seed).with(Entry.OPEN, new Schedule(false, MILLIS, Closing.PLAIN));
        Reporter reporter = new Reporter(rules);
        LocalGame game = new LocalGame(rules, bots, commit -> {
            reporter.see(commit);
            plot.see(commit);
        });
        game.playUntil(new GameTime(MILLIS * 1_000 + 1));
        return new Played(reporter.report(), plot.succeeded());
    }

    private static String table(Random random) {
        return "market-maker:" + random.nextInt(1, 4) + ",noise:" + random.nextInt(2, 7) + ",momentum:"
                + random.nextInt(1, 3) + ",mean-reversion:" + random.nextInt(1, 3);
    }

    /** A house bot of any kind, which trades up to five times as much as those of the house. */
    private static HouseBot guest(Random random, String name, long seed) {
        String kind = HouseBots.KINDS.get(random.nextInt(HouseBots.KINDS.size()));
        Strategy strategy = HouseBots.create(kind, seed, 100 + random.nextInt(100));
        BigDecimal factor = BigDecimal.valueOf(random.nextInt(1, LOUDEST + 1));
        return new HouseBot(
                name,
                (view, update) -> strategy.onUpdate(view, update).stream()
                        .map(wish -> louder(wish, factor))
                        .toList());
    }

    private static Wish louder(Wish wish, BigDecimal factor) {
        return switch (wish) {
            case Wish.Limit(var symbol, var side, var price, var size) ->
                new Wish.Limit(symbol, side, price, size.multiply(factor));
            case Wish.BuyNow(var symbol, var budget) -> new Wish.BuyNow(symbol, budget.multiply(factor));
            case Wish.SellNow(var symbol, var size) -> new Wish.SellNow(symbol, size.multiply(factor));
            case Wish.Cancel _, Wish.CancelAll _ -> wish;
        };
    }
}
