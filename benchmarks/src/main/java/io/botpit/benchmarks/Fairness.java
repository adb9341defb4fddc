package io.botpit.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * How long players wait for an answer who send an order now and then, each in a game of his own, while ten others send as fast as
 * they can: all in one game, or each in his own, which is as much for the machine to do. The reference is the same without them.
 */
final class Fairness {
    private static final String ALONE = "alone";
    private static final String FLOODED = "beside a flooded game";
    private static final String SPREAD = "beside ten busy games";
    private static final int QUIET_GAMES = 100;
    private static final int QUIET_PER_SECOND = 200;
    private static final int QUIET_FROM = 100;
    private static final int FLOODERS = 10;
    private static final int IN_FLIGHT = 32;
    private static final Duration SPAN = Duration.ofSeconds(5);

    private final Child server;
    private final IntFunction<Account> accounts;

    private Fairness(Child server, IntFunction<Account> accounts) {
        this.server = server;
        this.accounts = accounts;
    }

    static List<Figure> measure(Child server, IntFunction<Account> accounts, int rounds) throws Exception {
        Fairness fairness = new Fairness(server, accounts);
        Rounds<Load> quiet = new Rounds<>();
        Rounds<Load> flood = new Rounds<>();
        fairness.flood(1);
        for (int i = 0; i < rounds; i++) {
            quiet.add(ALONE, fairness.quiet());
            for (String how : List.of(FLOODED, SPREAD)) {
                CompletableFuture<Load> others = CompletableFuture.supplyAsync(
                        () -> fairness.flood(how.equals(FLOODED) ? 1 : ManyGames.PLAYERS_EACH));
                quiet.add(how, fairness.quiet());
                flood.add(how, others.get());
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (String how : List.of(FLOODED, SPREAD)) {
            figures.addAll(figures(quiet, how));
            figures.add(Figure.of("orders of the others " + how, flood.median(how, Load::perSecond), "/s"));
        }
        return figures;
    }

    private static List<Figure> figures(Rounds<Load> quiet, String how) {
        List<Figure> figures = new ArrayList<>();
        for (double percentile : new double[] {50, 99}) {
            figures.add(quiet.figure(
                    "quiet games " + how + ", p" + percentile,
                    how,
                    ALONE,
                    new Rounds.Measure<>("ms", load -> load.millis(percentile))));
        }
        return figures;
    }

    private Load quiet() throws Exception {
        return load(
                player -> (QUIET_FROM + player) * ManyGames.PLAYERS_EACH,
                QUIET_GAMES,
                lanes -> OpenLoop.run(lanes, QUIET_PER_SECOND, SPAN));
    }

    /** @param apart how many players lie between two of them */
    private Load flood(int apart) {
        try {
            return load(i -> i * apart, FLOODERS, lanes -> ClosedLoop.run(lanes, IN_FLIGHT, SPAN));
        } catch (Exception e) {
            throw new IllegalStateException("the flood dried up", e);
        }
    }

    private Load load(IntUnaryOperator players, int connections, Contender.Drive drive) throws Exception {
        List<Lane> lanes = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                lanes.add(lane(players.applyAsInt(i)));
            }
            return Load.of(lanes, drive, server);
        } finally {
            for (Lane lane : lanes) {
                lane.close();
            }
        }
    }

    private Lane lane(int player) throws IOException {
        Lane lane = Lane.open(server.port(), "{\"status\": true");
        lane.ask(accounts.apply(player).login());
        lane.ask("{\"cmd\":\"join\",\"params\":{\"game\":\"" + ManyGames.game(player) + "\"}}");
        lane.requests(Orders.of(player));
        return lane;
    }
}
