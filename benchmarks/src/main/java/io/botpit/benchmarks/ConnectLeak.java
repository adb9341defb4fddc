package io.botpit.benchmarks;

import io.botpit.benchmarks.Child.Heap;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stays behind of 100,000 connections that came and went, or of as many as are asked for: half of them
 * one-shot clients (connect, log in, one command, hang up without a word), half strangers who close properly. The
 * reference is as many to bare Javalin, which opens an HTTP session for each; Botpit's sockets have none. The live heap
 * and the sessions are counted after a warm-up and again when no session of Jetty is left, or it had two and a half
 * minutes to sweep them.
 */
final class ConnectLeak {
    private static final int WARM_UP = 500;
    private static final int CALLERS = 16;
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final int LOOKS_MAX = 15;
    private static final String JETTY_SESSION = "org.eclipse.jetty.session.ManagedSession";
    private static final String OUR_SESSION = "io.botpit.server.session.Session";

    private ConnectLeak() {}

    static List<Figure> run(Settings settings) throws IOException, InterruptedException {
        int connects = settings.connects();
        try (Child javalin = Child.bare();
                Child botpit = Child.botpit("--rate-limit", "off")) {
            Came bare = come(javalin, connects, caller -> {});
            Came ours = come(botpit, connects, oneShot(botpit));
            // Both at the end: one sweeps while the other is busy.
            Heap oursAfter = swept(botpit);
            Heap bareAfter = swept(javalin);
            return figures(new Visit(connects, ours, oursAfter), new Visit(connects, bare, bareAfter));
        }
    }

    private static List<Figure> figures(Visit ours, Visit bare) {
        return List.of(
                new Figure("connects and closes", ours.connects, "", bare.connects),
                new Figure("failed", ours.came.failed, "", bare.came.failed),
                new Figure("connects per second", ours.rate(), "/s", bare.rate()),
                new Figure("live heap before", ours.came.before.mb(), "MB", bare.came.before.mb()),
                new Figure("live heap afterwards", ours.after.mb(), "MB", bare.after.mb()),
                new Figure("left per connection", ours.bytesEach(), "bytes", bare.bytesEach()),
                new Figure(
                        "Jetty's sessions afterwards",
                        ours.after.count(JETTY_SESSION),
                        "",
                        bare.after.count(JETTY_SESSION)),
                Figure.of("our sessions before", ours.came.before.count(OUR_SESSION), ""),
                Figure.of("our sessions afterwards", ours.after.count(OUR_SESSION), ""));
    }

    private record Came(Heap before, double seconds, int failed) {}

    private record Visit(int connects, Came came, Heap after) {
        double rate() {
            return connects / came.seconds;
        }

        double bytesEach() {
            return (after.mb() - came.before.mb()) * 1e6 / connects;
        }
    }

    /** What a one-shot client wants. */
    private interface Errand {
        void run(Caller caller) throws IOException;
    }

    private static Errand oneShot(Child botpit) throws IOException {
        try (Caller caller = Caller.connect(botpit.port(), "/")) {
            Account account = Account.register(caller, "oneshot");
            return one -> {
                account.logIn(one);
                one.ask("{\"cmd\":\"wallets\",\"params\":{}}");
            };
        }
    }

    private static Came come(Child server, int connects, Errand errand) throws IOException {
        comeAndGo(server, WARM_UP, errand);
        Heap before = server.heap();
        long began = System.nanoTime();
        int failed = comeAndGo(server, connects, errand);
        return new Came(before, (System.nanoTime() - began) / 1e9, failed);
    }

    private static int comeAndGo(Child server, int times, Errand errand) {
        AtomicInteger left = new AtomicInteger(times);
        AtomicInteger failed = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                threads.execute(() -> {
                    for (int n = left.getAndDecrement(); n > 0; n = left.getAndDecrement()) {
                        try {
                            comeAndGoOnce(server, n % 2 == 0 ? errand : Caller::leave);
                        } catch (IOException e) {
                            failed.incrementAndGet();
                            System.err.println("connection " + n + " failed: " + e);
                        }
                    }
                });
            }
        }
        return failed.get();
    }

    private static void comeAndGoOnce(Child server, Errand errand) throws IOException {
        try (Caller caller = Caller.connect(server.port(), "/")) {
            errand.run(caller);
        }
    }

    /** When Jetty's sessions are swept, or are certainly not going to be. */
    private static Heap swept(Child server) throws IOException, InterruptedException {
        Heap heap = server.heap();
        for (int i = 0; i < LOOKS_MAX && heap.count(JETTY_SESSION) > 0; i++) {
            server.runFor(LOOK);
            heap = server.heap();
        }
        return heap;
    }
}
