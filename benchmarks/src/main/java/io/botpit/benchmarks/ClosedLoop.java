package io.botpit.benchmarks;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Each connection has so many requests in flight, and sends the next one when an answer comes. One thread. */
final class ClosedLoop {
    private final int inFlight;
    private final Histogram nanos = Load.histogram();
    private int open;

    private ClosedLoop(int inFlight) {
        this.inFlight = inFlight;
    }

    static Histogram run(List<Lane> lanes, int inFlight, Duration span) throws IOException {
        ClosedLoop loop = new ClosedLoop(inFlight);
        try (Selector selector = Selector.open()) {
            long end = System.nanoTime() + span.toNanos();
            for (Lane lane : lanes) {
                Turns turns = loop.new Turns(lane);
                lane.register(selector, turns);
                turns.send(inFlight);
            }
            while (loop.open > 0) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    int answers = ((Turns) key.attachment()).hear();
                    if (answers > 0 && System.nanoTime() < end) {
                        ((Turns) key.attachment()).send(answers);
                    }
                }
                selector.selectedKeys().clear();
            }
        }
        return loop.nanos;
    }

    /** One connection. Answers come in the order of the requests. */
    private final class Turns {
        private final Lane lane;
        private final long[] sentAt = new long[inFlight];
        private int sent;
        private int answered;

        private Turns(Lane lane) {
            this.lane = lane;
        }

        void send(int requests) throws IOException {
            long now = System.nanoTime();
            for (int i = 0; i < requests; i++) {
                sentAt[sent++ % inFlight] = now;
                lane.put();
            }
            open += requests;
            lane.flush();
        }

        int hear() throws IOException {
            int answers = lane.hear();
            long now = System.nanoTime();
            for (int i = 0; i < answers; i++) {
                nanos.recordValue(now - sentAt[answered++ % inFlight]);
            }
            open -= answers;
            return answers;
        }
    }
}
