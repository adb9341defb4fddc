package io.botpit.simulation.weather;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is going to happen, and virtual time, which jumps from one event to the next. */
final class Calendar {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::order));
    private long nowMicros;
    private long order;

    private record Entry(long at, long order, Runnable what) {}

    /** Since the beginning of the run. */
    long nowMicros() {
        return nowMicros;
    }

    void after(long micros, Runnable what) {
        entries.add(new Entry(nowMicros + micros, order++, what));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Work takes time. */
    void pass(long micros) {
        nowMicros += micros;
    }

    /** The next event, late if time went on meanwhile. */
    void next() {
        Entry entry = entries.remove();
        nowMicros = Math.max(nowMicros, entry.at());
        entry.what().run();
    }
}
