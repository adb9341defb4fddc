package io.botpit.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * One run of a stream through a book, or of something else that is done over and over again, for each time.
 *
 * @param processorNanos of the thread that did it, collections by other threads not counted
 */
record Pass(double wallNanos, double processorNanos, double bytes) {
    /** Commands are made just before they are carried out, as by a decoder: all at once they would be in no cache. */
    private static final int FRESH_ROWS = 1_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Pass time(Book book, List<Row> rows) {
        Tally tally = new Tally();
        // Nobody pays for what another has left behind.
        System.gc();
        Meter meter = new Meter();
        for (int from = 0; from < rows.size(); from += FRESH_ROWS) {
            List<Told> fresh = Told.all(rows.subList(from, Math.min(rows.size(), from + FRESH_ROWS)));
            meter.start();
            for (Told told : fresh) {
                book.apply(told, tally);
            }
            meter.stop();
        }
        if (tally.lots == 0) {
            throw new IllegalStateException("nothing was traded");
        }
        return meter.each(rows.size());
    }

    /** Something that is so many commands. */
    static Pass of(int commands, Runnable work) {
        System.gc();
        Meter meter = new Meter();
        meter.start();
        work.run();
        meter.stop();
        return meter.each(commands);
    }

    /** Adds up what the thread has used. */
    private static final class Meter {
        private long wall;
        private long processor;
        private long bytes;

        void start() {
            bytes -= THREADS.getCurrentThreadAllocatedBytes();
            processor -= THREADS.getCurrentThreadCpuTime();
            wall -= System.nanoTime();
        }

        void stop() {
            wall += System.nanoTime();
            processor += THREADS.getCurrentThreadCpuTime();
            bytes += THREADS.getCurrentThreadAllocatedBytes();
        }

        Pass each(double count) {
            return new Pass(wall / count, processor / count, bytes / count);
        }
    }

    /** The least that can be done with a fill without losing it. */
    private static final class Tally implements Fills {
        private long lots;

        @Override
        public void fill(long taker, long maker, long ticks, long size) {
            lots += size;
        }
    }
}
