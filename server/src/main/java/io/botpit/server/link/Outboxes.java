package io.botpit.server.link;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The outboxes of all connections of a kind, and what is to be counted about them. Any thread. */
public final class Outboxes {
    private final OutboxLimits limits;
    private final Set<Outbox> open = ConcurrentHashMap.newKeySet();
    private final LongAdder slow = new LongAdder();

    public Outboxes(OutboxLimits limits) {
        this.limits = limits;
    }

    /** An outbox, to be {@link Outbox#abandon abandoned} once. */
    public Outbox open(Link link) {
        Outbox outbox = new Outbox(link, limits, this);
        open.add(outbox);
        return outbox;
    }

    /** Frames that wait or are on their way, for all readers together. */
    public int waiting() {
        return open.stream().mapToInt(Outbox::waiting).sum();
    }

    /** Likewise, for the reader with the most of them. */
    public int waitingLongest() {
        return open.stream().mapToInt(Outbox::waiting).max().orElse(0);
    }

    /** Readers that were cut because they did not keep up. */
    public long slowCut() {
        return slow.sum();
    }

    void wasSlow() {
        slow.increment();
    }

    void forget(Outbox outbox) {
        open.remove(outbox);
    }
}
