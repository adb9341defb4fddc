package io.botpit.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A thousand games at once, ten players in each, all connected: memory and threads of games that idle, measured against the
 * same connections before there were any games; and how long a player waits in a quiet game while another is flooded.
 */
final class ManyGames {
    private static final int GAMES = 1_000;
    static final int PLAYERS_EACH = 10;
    private static final int PLAYERS = GAMES * PLAYERS_EACH;
    private static final String RULES = "{\"preset\":\"open-market\"}";
    private static final Duration IDLE = Duration.ofSeconds(10);
    /** Longer than the tables rest between two turns. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final double CALM = 0.2;

    private ManyGames() {}

    static List<Figure> run(Settings settings) throws Exception {
        // The server is closed first: then the threads have nothing to wait for any more.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Child server = Child.botpit("--rate-limit", "off", "--connections-max", "12000")) {
            Crowd crowd = new Crowd(server);
            for (int i = 0; i < PLAYERS; i++) {
                int index = i;
                threads.execute(() -> crowd.live(index));
            }
            crowd.registered.await();
            List<Figure> figures = new ArrayList<>(idle(server, crowd));
            figures.addAll(Fairness.measure(server, crowd::account, settings.rounds()));
            return figures;
        }
    }

    private static List<Figure> idle(Child server, Crowd crowd) throws IOException, InterruptedException {
        double before = server.heap().mb();
        int threadsBefore = server.threads();
        for (int i = 0; i < GAMES; i++) {
            server.openGame(RULES);
        }
        double opened = server.heap().mb();
        crowd.join.countDown();
        crowd.joined.await();
        double joined = server.heap().mb();
        crowd.play.countDown();
        crowd.played.await();
        double played = server.heap().mb();
        int threadsAfter = server.threads();
        while (busy(server, LOOK) > CALM) {
            // The tables are on their way to where the journals are.
        }
        double busy = busy(server, IDLE);
        return List.of(
                new Figure("threads with all games", threadsAfter, "", threadsBefore),
                Figure.of("live heap per game that was opened", kbEach(before, opened), "kB"),
                Figure.of("live heap per game with its players", kbEach(before, joined), "kB"),
                Figure.of("live heap per game after 100 orders", kbEach(before, played), "kB"),
                Figure.of("processors that are busy while all idle", busy, ""));
    }

    /** How many processors it has used for a while. */
    private static double busy(Child server, Duration span) throws IOException, InterruptedException {
        double processor = server.processorSeconds();
        server.runFor(span);
        return (server.processorSeconds() - processor) * 1e3 / span.toMillis();
    }

    private static double kbEach(double mbBefore, double mbAfter) {
        return (mbAfter - mbBefore) * 1e3 / GAMES;
    }

    /** The id that the server gives to the game of a player: its first one is the default game. */
    static String game(int player) {
        return "g" + (2 + player / PLAYERS_EACH);
    }

    /** All connections, each on a virtual thread of its own, which does what is to be done next when the gates open. */
    private static final class Crowd {
        /** At the same time. */
        private static final int BUSY_MAX = 32;

        private static final int ORDERS_EACH = 10;

        private final Child server;
        private final Semaphore busy = new Semaphore(BUSY_MAX);
        private final AtomicReferenceArray<Account> accounts = new AtomicReferenceArray<>(PLAYERS);
        private final CountDownLatch registered = new CountDownLatch(PLAYERS);
        private final CountDownLatch join = new CountDownLatch(1);
        private final CountDownLatch joined = new CountDownLatch(PLAYERS);
        private final CountDownLatch play = new CountDownLatch(1);
        private final CountDownLatch played = new CountDownLatch(PLAYERS);

        private Crowd(Child server) {
            this.server = server;
        }

        Account account(int player) {
            return accounts.get(player);
        }

        void live(int player) {
            try (Caller caller = enter(player)) {
                join.await();
                inTurn(joined, () -> caller.ask("{\"cmd\":\"join\",\"params\":{\"game\":\"" + game(player) + "\"}}"));
                play.await();
                inTurn(played, () -> {
                    for (String order : Orders.of(player).subList(0, ORDERS_EACH)) {
                        caller.ask(order);
                    }
                });
                System.err.println("player " + player + " heard " + caller.hear());
            } catch (IOException e) {
                if (played.getCount() > 0) {
                    throw new UncheckedIOException("player " + player, e);
                }
                // The measuring is over: the server was killed.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private Caller enter(int player) throws IOException {
            busy.acquireUninterruptibly();
            try {
                Caller caller = Caller.connect(server.port(), "/");
                accounts.set(player, Account.register(caller, "player" + player));
                return caller;
            } finally {
                busy.release();
                registered.countDown();
            }
        }

        private interface Work {
            void run() throws IOException;
        }

        private void inTurn(CountDownLatch done, Work work) throws IOException {
            busy.acquireUninterruptibly();
            try {
                work.run();
            } finally {
                busy.release();
                done.countDown();
            }
        }
    }
}
