package io.botpit.benchmarks;

import io.botpit.bots.house.HouseBots;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.control.GameController;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.server.local.LocalGame;
import java.util.ArrayList;
import java.util.List;

/**
 * A game of ten minutes among eight house bots, in process and virtual time: deciding, trading, up to the final table. The
 * reference is the engine alone with the commands of the same game. The first game of the JVM counts by itself: it is what
 * a user waits for who plays one.
 */
final class VirtualTime {
    private static final String BOTS = "market-maker:2,noise:4,momentum,mean-reversion";
    private static final long MILLIS = 600_000;
    private static final String GAME = "a game";
    private static final String ENGINE = "the engine alone";
    private static final int WARM_UP_ROUNDS = 10;

    private VirtualTime() {}

    static List<Figure> run(Settings settings) {
        Rounds<Took> rounds = new Rounds<>();
        Game first = play(1);
        for (int i = 0; i < WARM_UP_ROUNDS + settings.rounds(); i++) {
            Game game = play(2 + i);
            Took engine = replay(game);
            if (i >= WARM_UP_ROUNDS) {
                rounds.add(GAME, game.took);
                rounds.add(ENGINE, engine);
            }
        }
        return List.of(
                Figure.of("commands in the first game", first.commits.size(), ""),
                Figure.of("trades in the first game", first.trades(), ""),
                new Figure("first game of the JVM", first.took.seconds, "s", MILLIS / 1e3),
                rounds.figure("a game in a warm JVM", GAME, ENGINE, new Rounds.Measure<>("s", Took::seconds)),
                rounds.figure(
                        "a game in a warm JVM, processor time",
                        GAME,
                        ENGINE,
                        new Rounds.Measure<>("s", Took::processorSeconds)));
    }

    /** @param processorSeconds of all threads, those of the compiler and the collector too */
    private record Took(double seconds, double processorSeconds) {
        static Took of(Runnable work) {
            double processor = processorSecondsNow();
            long began = System.nanoTime();
            work.run();
            return new Took((System.nanoTime() - began) / 1e9, processorSecondsNow() - processor);
        }

        private static double processorSecondsNow() {
            return ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElseThrow()
                            .toNanos()
                    / 1e9;
        }
    }

    private record Game(GameRules rules, List<Committed> commits, Took took) {
        double trades() {
            return commits.stream()
                    .flatMap(commit -> commit.events().stream())
                    .filter(Event.Traded.class::isInstance)
                    .count();
        }
    }

    private static Game play(long seed) {
        GameRules rules = Presets.named(Presets.CLASSIC, seed).with(Entry.OPEN, new Schedule(false, MILLIS));
        List<Committed> commits = new ArrayList<>();
        Took took = Took.of(() -> {
            LocalGame game = new LocalGame(rules, HouseBots.roster(BOTS, seed), commits::add);
            game.playUntil(GameTime.EPOCH.plusMillis(MILLIS));
            if (!game.isOver()) {
                throw new IllegalStateException("the game is not over after " + MILLIS + " ms");
            }
        });
        return new Game(rules, commits, took);
    }

    private static Took replay(Game game) {
        return Took.of(() -> {
            GameController engine = new GameController(game.rules);
            game.commits.forEach(commit -> engine.apply(commit.command()));
        });
    }
}
