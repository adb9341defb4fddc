package io.botpit.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What 10,000 connections weigh that do nothing but answer pings: resident memory and live heap. On Botpit each of them
 * is logged in, 100 to a player; the reference is the same number of connections to bare Javalin.
 */
final class IdleConnections {
    private static final int SOCKETS = 10_000;
    private static final int PLAYERS = 100;
    /** Handshakes at the same time. */
    private static final int OPENING_MAX = 32;
    /** Longer than the 60 s after which a silent connection is cut: those that are still there then were heard. */
    private static final Duration IDLE = Duration.ofSeconds(90);

    private IdleConnections() {}

    static List<Figure> run() throws IOException, InterruptedException {
        Weight bare = weigh(Child.bare(), _ -> List.of());
        Child botpit = Child.botpit("--connections-max", "11000", "--rate-limit", "off");
        Weight ours = weigh(botpit, IdleConnections::players);
        return List.of(
                new Figure("connections open at the end", ours.open, "", bare.open),
                new Figure("RSS before", ours.residentBefore, "MB", bare.residentBefore),
                new Figure("RSS with all, as it is", ours.residentIdle, "MB", bare.residentIdle),
                new Figure("RSS with all, after a collection", ours.residentAfter, "MB", bare.residentAfter),
                new Figure("live heap before", ours.heapBefore, "MB", bare.heapBefore),
                new Figure("live heap with all", ours.heapAfter, "MB", bare.heapAfter),
                new Figure("live heap per connection", ours.kbEach(), "kB", bare.kbEach()));
    }

    private record Weight(
            int open,
            double residentBefore,
            double residentIdle,
            double residentAfter,
            double heapBefore,
            double heapAfter) {
        double kbEach() {
            return (heapAfter - heapBefore) * 1e3 / SOCKETS;
        }
    }

    private static List<Account> players(Child server) throws IOException {
        List<Account> players = new ArrayList<>();
        for (int i = 0; i < PLAYERS; i++) {
            try (Caller caller = Caller.connect(server.port(), "/")) {
                players.add(Account.register(caller, "idler" + i));
            }
        }
        return players;
    }

    /** Who they are once the server is there; nobody: they stay strangers. */
    private interface Guests {
        List<Account> of(Child server) throws IOException;
    }

    private static Weight weigh(Child server, Guests players) throws IOException, InterruptedException {
        // The server is closed first: then the threads have nothing to wait for any more.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                server) {
            Crowd crowd = new Crowd(server.port(), players.of(server));
            double heapBefore = server.heap().mb();
            double residentBefore = server.residentMb();
            for (int i = 0; i < SOCKETS; i++) {
                int index = i;
                threads.execute(() -> crowd.live(index));
            }
            crowd.opened.await();
            server.runFor(IDLE);
            double residentIdle = server.residentMb();
            double heapAfter = server.heap().mb();
            return new Weight(
                    crowd.open.get(), residentBefore, residentIdle, server.residentMb(), heapBefore, heapAfter);
        }
    }

    /** All connections, each on a virtual thread of its own. */
    private record Crowd(
            int port, List<Account> players, Semaphore opening, CountDownLatch opened, AtomicInteger open) {
        Crowd(int port, List<Account> players) {
            this(port, players, new Semaphore(OPENING_MAX), new CountDownLatch(SOCKETS), new AtomicInteger());
        }

        void live(int index) {
            try (Caller caller = enter(index)) {
                System.err.println("connection " + index + " heard " + caller.hear());
            } catch (SocketException | EOFException e) {
                // The measuring is over: the server was killed.
            } catch (IOException e) {
                System.err.println("connection " + index + " failed: " + e);
            } finally {
                open.decrementAndGet();
            }
        }

        private Caller enter(int index) throws IOException {
            opening.acquireUninterruptibly();
            open.incrementAndGet();
            try {
                Caller caller = Caller.connect(port, "/");
                if (!players.isEmpty()) {
                    players.get(index % players.size()).logIn(caller);
                }
                return caller;
            } finally {
                opening.release();
                opened.countDown();
            }
        }
    }
}
