package io.botpit.benchmarks;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What traffic for some time was like.
 *
 * @param nanos from the moment at which a request was sent, or should have been, to its answer
 * @param serverNanos processor time of the server, all threads together
 * @param refused answers that were no acknowledgements
 */
record Load(double seconds, Histogram nanos, double serverNanos, int refused) {
    private static final int DIGITS = 3;

    /** Drives traffic, and looks at what it costs the server. */
    static Load of(List<Lane> lanes, Contender.Drive drive, Child server) throws Exception {
        double processor = server.processorSeconds();
        long began = System.nanoTime();
        Histogram nanos = drive.run(lanes);
        double seconds = (System.nanoTime() - began) / 1e9;
        double serverNanos = (server.processorSeconds() - processor) * 1e9;
        return new Load(
                seconds,
                nanos,
                serverNanos,
                lanes.stream().mapToInt(Lane::refused).sum());
    }

    static Histogram histogram() {
        return new Histogram(DIGITS);
    }

    double perSecond() {
        return nanos.getTotalCount() / seconds;
    }

    /** Processor time of the server for each answer. */
    double microsEach() {
        return serverNanos / nanos.getTotalCount() / 1e3;
    }

    double millis(double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
