package io.botpit.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * One run of a stream through a book, per command.
 *
 * @param processorNanos of the thread that did it, collections by other threads not counted
 */
record Pass(double wallNanos, double processorNanos, double bytes) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Pass time(Book book, List<Told> told) {
        Tally tally = new Tally();
        // Nobody pays for what another has left behind.
        System.gc();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long processor = THREADS.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        for (Told one : told) {
            book.apply(one, tally);
        }
        double count = told.size();
        double wallNanos = (System.nanoTime() - wall) / count;
        double processorNanos = (THREADS.getCurrentThreadCpuTime() - processor) / count;
        double bytesEach = (THREADS.getCurrentThreadAllocatedBytes() - bytes) / count;
        if (tally.lots == 0) {
            throw new IllegalStateException("nothing was traded");
        }
        return new Pass(wallNanos, processorNanos, bytesEach);
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
