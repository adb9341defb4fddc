package io.botpit.server.cli;

import io.botpit.bots.house.HouseBots;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.game.Committed;
import io.botpit.game.GameTime;
import io.botpit.game.control.GameView;
import io.botpit.game.scenario.Scenario;
import io.botpit.protocol.rest.GameResult;
import io.botpit.server.config.ConfigProblem;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.local.LocalArena;
import io.botpit.server.local.ResultSheet;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** One game on this machine, from the seats to the result. One thread. */
final class LocalRun implements AutoCloseable {
    /** A game is played in so many pieces: whoever looks on sees it after each. */
    static final int PIECES = 240;

    /** Chance of its own for each seat, which none of the house's has. */
    private static final int PLAYERS_FROM = 1_000;

    private final ServerConfig config;
    private final ResultSheet sheet = new ResultSheet();
    private final LocalArena arena;
    private final long seed;

    /**
     * Nobody is there yet.
     *
     * @param witness hears of every command and what came of it
     */
    LocalRun(Program program, ServerConfig config, long seed, Consumer<Committed> witness) {
        this.config = config;
        this.seed = seed;
        this.arena = program.arena(config, seed, sheet.andThen(witness));
    }

    LocalArena arena() {
        return arena;
    }

    ResultSheet sheet() {
        return sheet;
    }

    /**
     * The house first, so that there is a market, then the others in their order; {@link ConfigProblem} where one cannot.
     *
     * @param waiting is told for whom the game waits, and where
     */
    void seat(Lineup lineup, Consumer<String> waiting) throws IOException {
        arena.seatScenario();
        List<String> taken = lineup.contenders().stream().map(Contender::name).toList();
        lineup.house().forEach(bot -> arena.seatHouse(taken.contains(bot.name()) ? namesake(bot) : bot));
        long callers = lineup.contenders().stream().filter(Contender::isCaller).count();
        String address = callers == 0
                ? ""
                : "ws://" + config.network().bindAddress() + ":" + arena.listen((int) callers, lineup.limits());
        int number = 0;
        for (Contender one : lineup.contenders()) {
            number++;
            if (one.kind() != null) {
                seat(one.option(), new HouseBot(one.name(), HouseBots.create(one.kind(), seed, PLAYERS_FROM + number)));
            } else if (one.command() != null) {
                arena.invite(one.name(), one.command(), lineup.limits());
            } else {
                waiting.accept("waiting for " + one.name() + " at " + address);
                arena.expect(one.name(), lineup.limits());
            }
        }
        arena.start();
    }

    private static HouseBot namesake(HouseBot bot) {
        return new HouseBot(bot.name() + ".house", bot.strategy());
    }

    private void seat(String option, HouseBot bot) {
        try {
            arena.seat(bot);
        } catch (IllegalArgumentException refused) {
            throw new ConfigProblem(option + ": " + refused.getMessage(), refused);
        }
    }

    /**
     * Plays to the end.
     *
     * @param pace of each beat
     */
    void play(Pace pace, Consumer<GameView> each) {
        long limit = arena.rules().schedule().timeLimitMillis();
        pace.begin();
        for (int piece = 1; piece <= PIECES && !arena.isOver(); piece++) {
            GameTime end = arena.after(limit * piece / PIECES);
            boolean goesOn = true;
            while (goesOn) {
                goesOn = arena.step(end);
                pace.waitFor(arena.now().microsSince(arena.after(0)));
            }
            each.accept(arena.view());
        }
    }

    GameResult result() {
        Scenario scenario = config.game().scenario();
        return sheet.result(arena.rules(), scenario == null ? null : scenario.name(), arena.faults());
    }

    @Override
    public void close() {
        arena.close();
    }
}
