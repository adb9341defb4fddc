package io.botpit.benchmarks;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Requests at planned moments, connection after connection, whether answers come or not; what counts is the time from the
 * plan to the answer, so that a stall is charged for all that had to wait. One thread sends, one hears.
 */
final class OpenLoop {
    private final List<Lane> lanes;
    private final long nanosBetween;
    private final long requests;
    private final long began = System.nanoTime();

    private OpenLoop(List<Lane> lanes, int perSecond, Duration span) {
        this.lanes = lanes;
        nanosBetween = Duration.ofSeconds(1).toNanos() / perSecond;
        requests = span.toNanos() / nanosBetween;
    }

    static Histogram run(List<Lane> lanes, int perSecond, Duration span)
            throws IOException, InterruptedException, ExecutionException {
        try (Selector selector = Selector.open()) {
            OpenLoop loop = new OpenLoop(lanes, perSecond, span);
            for (int i = 0; i < lanes.size(); i++) {
                lanes.get(i).register(selector, loop.new Answers(i));
            }
            CompletableFuture<Histogram> heard = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("answers").start(() -> {
                try {
                    heard.complete(loop.hear(selector));
                } catch (IOException | RuntimeException e) {
                    heard.completeExceptionally(e);
                }
            });
            loop.send(heard);
            return heard.get();
        }
    }

    private long plannedAt(long request) {
        return began + request * nanosBetween;
    }

    private void send(CompletableFuture<Histogram> heard) throws IOException {
        for (long i = 0; i < requests && !heard.isDone(); i++) {
            for (long early = plannedAt(i) - System.nanoTime(); early > 0; early = plannedAt(i) - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            Lane lane = lanes.get((int) (i % lanes.size()));
            lane.put();
            lane.flush();
        }
    }

    private Histogram hear(Selector selector) throws IOException {
        Histogram nanos = Load.histogram();
        while (nanos.getTotalCount() < requests) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                ((Answers) key.attachment()).hear(nanos);
            }
            selector.selectedKeys().clear();
        }
        return nanos;
    }

    /** Of one connection, in the order of the requests. */
    private final class Answers {
        private final int lane;
        private long answered;

        private Answers(int lane) {
            this.lane = lane;
        }

        void hear(Histogram nanos) throws IOException {
            int answers = lanes.get(lane).hear();
            long now = System.nanoTime();
            for (int i = 0; i < answers; i++) {
                nanos.recordValue(now - plannedAt(answered++ * lanes.size() + lane));
            }
        }
    }
}
