package io.botpit.benchmarks;

import io.botpit.benchmarks.Talker.Readers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What 200 readers of the feed cost that stop reading, beside five that read, until they are cut. The live heap is looked
 * at as long as the server keeps frames for them; its highest value counts. The reference is bare Javalin, which sends the
 * same frames to as many; another Botpit, where nobody stops, shows what it keeps of the frames anyway.
 */
final class SlowConsumer {
    private static final int STOPPED = 200;
    private static final int READING = 5;
    /** More than the 10,000 commits that a server remembers of a game. */
    private static final int WARM_UP = 12_000;

    /** Of 1 kB each; the kernel takes the first 3 MB or so of each connection. */
    private static final int FRAMES = 4_000;

    private static final int FRAMES_PER_SECOND = 100;
    /** A look at the heap takes nearly as long as these frames. */
    private static final int FRAMES_PER_LOOK = 40;

    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final String FILL = "x".repeat(950);

    private SlowConsumer() {}

    static List<Figure> run() throws Exception {
        Toll ours = botpit(STOPPED);
        Toll without = botpit(0);
        Toll bare = bare();
        return List.of(
                new Figure("readers that read", READING, "", READING),
                new Figure("frames each of them got", ours.heard, "", bare.heard),
                new Figure("readers that stopped", STOPPED, "", STOPPED),
                new Figure("live heap before", ours.mbBefore, "MB", bare.mbBefore),
                new Figure("most live heap", ours.mbMost, "MB", bare.mbMost),
                new Figure("most live heap per stopped reader", ours.kbEach(), "kB", bare.kbEach()),
                new Figure("live heap at the end", ours.mbEnd, "MB", bare.mbEnd),
                Figure.of("live heap at the end if none had stopped", without.mbEnd, "MB"),
                new Figure("cut as slow", ours.end.cut(), "", bare.end.cut()),
                new Figure("connected at the end", ours.end.open(), "", bare.end.open()),
                Figure.of("first frame to the first cut", ours.firstCut, "s"),
                Figure.of("first frame to the last cut", ours.lastCut, "s"),
                Figure.of("first frame to the last one gone", ours.lastGone, "s"));
    }

    /**
     * What came of it.
     *
     * @param heard by each reader that reads, every frame in its place
     * @param firstCut seconds from the first frame; NaN: never, as the two below
     */
    private record Toll(
            int heard,
            double mbBefore,
            double mbMost,
            double mbEnd,
            Readers end,
            double firstCut,
            double lastCut,
            double lastGone) {
        /** With whatever else the server kept of the frames. */
        double kbEach() {
            return (mbMost - mbBefore) * 1e3 / STOPPED;
        }
    }

    private static Toll botpit(int stopped) throws Exception {
        try (Child server = Child.botpit("--rate-limit", "off");
                Talker talker = Talker.OfBotpit.connect(server)) {
            return measure(server, talker, stopped);
        }
    }

    private static Toll bare() throws Exception {
        try (Child server = Child.bare();
                Talker talker = Talker.OfBare.connect(server)) {
            return measure(server, talker, STOPPED);
        }
    }

    private static Toll measure(Child server, Talker talker, int stopped) throws Exception {
        // The connections are closed first: then the threads have nothing to wait for any more.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Crowd crowd = new Crowd(new ArrayList<>())) {
            List<Future<Integer>> reading = new ArrayList<>();
            for (int i = 0; i < READING; i++) {
                Caller reader = crowd.add(Caller.connect(server.port(), BareServer.FEED));
                reading.add(threads.submit(() -> hearAll(reader)));
            }
            // A connection stands a moment before the server takes it for a reader.
            while (talker.readers().open() < READING) {
                server.runFor(LOOK_EVERY);
            }
            for (int i = 0; i < WARM_UP; i++) {
                talker.tell(message(i));
            }
            Watch watch = new Watch(server, talker);
            for (int i = 0; i < stopped; i++) {
                crowd.add(Caller.connectSmall(server.port(), BareServer.FEED));
            }
            watch.broadcast();
            int heard = Integer.MAX_VALUE;
            for (Future<Integer> one : reading) {
                heard = Math.min(heard, one.get());
            }
            return watch.toll(heard);
        }
    }

    private record Crowd(List<Caller> callers) implements AutoCloseable {
        Caller add(Caller caller) {
            callers.add(caller);
            return caller;
        }

        @Override
        public void close() throws IOException {
            for (Caller caller : callers) {
                caller.close();
            }
        }
    }

    private static String message(int number) {
        return number + FILL;
    }

    private static int hearAll(Caller reader) throws IOException {
        int heard = 0;
        while (heard < WARM_UP + FRAMES) {
            String text = reader.hear();
            if (text.equals(Talker.frame(message(heard)))) {
                heard++;
            } else if (!text.startsWith("{\"type\": \"info\"")) {
                throw new IOException("instead of frame " + heard + " a reader got " + text);
            }
        }
        return heard;
    }

    /** Talks at its pace and looks at the server now and then. */
    private static final class Watch {
        private static final long NANOS_PER_FRAME = Duration.ofSeconds(1).toNanos() / FRAMES_PER_SECOND;

        private final Child server;
        private final Talker talker;
        private final double mbBefore;
        private final long began = System.nanoTime();
        private double mbMost;
        private double firstCut = Double.NaN;
        private double lastCut = Double.NaN;
        private double lastGone = Double.NaN;

        Watch(Child server, Talker talker) throws IOException {
            this.server = server;
            this.talker = talker;
            this.mbBefore = server.heap().mb();
        }

        void broadcast() throws IOException, InterruptedException {
            for (int i = 0; i < FRAMES; i++) {
                long early = began + i * NANOS_PER_FRAME - System.nanoTime();
                if (early > 0) {
                    server.runFor(Duration.ofNanos(early));
                }
                talker.tell(message(WARM_UP + i));
                if (i % FRAMES_PER_LOOK == 0) {
                    look();
                }
            }
        }

        private void look() throws IOException {
            Readers readers = talker.readers();
            double seconds = (System.nanoTime() - began) / 1e9;
            firstCut = firstTime(firstCut, readers.cut() > 0, seconds);
            lastCut = firstTime(lastCut, readers.cut() >= STOPPED, seconds);
            lastGone = firstTime(lastGone, readers.open() <= READING, seconds);
            // Fewer may just be on their way.
            if (readers.waiting() >= FRAMES_PER_LOOK) {
                mbMost = Math.max(mbMost, server.heap().mb());
            }
        }

        private static double firstTime(double before, boolean now, double seconds) {
            return Double.isNaN(before) && now ? seconds : before;
        }

        Toll toll(int heard) throws IOException {
            double mbEnd = server.heap().mb();
            return new Toll(
                    heard, mbBefore, Math.max(mbMost, mbEnd), mbEnd, talker.readers(), firstCut, lastCut, lastGone);
        }
    }
}
