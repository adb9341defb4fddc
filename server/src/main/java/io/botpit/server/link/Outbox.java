package io.botpit.server.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue between the server and one reader. Any thread may offer and nobody waits: frames leave in order,
 * the next ones when the transport took the last ones. A reader who does not keep up is cut with
 * {@link CloseCode#TRY_AGAIN_LATER} and {@value #SLOW_CONSUMER}; nothing vanishes silently.
 */
public final class Outbox {
    public static final String SLOW_CONSUMER = "slow_consumer";

    /** A flush that has so many frames gets no more of those that wait. */
    private static final int FLUSH_FRAMES = 64;
    /** One frame counts for this part of the byte limit at most, so that a long list alone is no overflow. */
    private static final int WEIGHT_SHARE = 8;

    private final Link link;
    private final OutboxLimits limits;
    private final Outboxes all;
    private final Queue<Frames> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final Pump pump = new Pump(this::step);
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private volatile boolean inFlight;
    private volatile boolean closed;

    private record Ending(int code, String reason) {}

    Outbox(Link link, OutboxLimits limits, Outboxes all) {
        this.link = link;
        this.limits = limits;
        this.all = all;
    }

    /** Queues a frame; false where the connection is closing or was cut because of this frame. */
    public boolean offer(String frame) {
        return offer(List.of(frame));
    }

    /** Queues frames that leave with few flushes; false as for one, and then not all of them were queued. */
    public boolean offer(List<String> batch) {
        for (int from = 0; from < batch.size(); from += FLUSH_FRAMES) {
            if (!offer(new Frames(batch.subList(from, Math.min(batch.size(), from + FLUSH_FRAMES))))) {
                return false;
            }
        }
        return true;
    }

    /** Queues frames that others may get, too; false as for one. */
    public boolean offer(Frames more) {
        if (isEnding()) {
            return false;
        }
        int count = frames.addAndGet(more.size());
        long size = bytes.addAndGet(weight(more));
        if (count > limits.framesMax() || size > limits.bytesMax()) {
            if (ending.compareAndSet(null, new Ending(CloseCode.TRY_AGAIN_LATER, SLOW_CONSUMER))) {
                all.wasSlow();
            }
            cut(CloseCode.TRY_AGAIN_LATER, SLOW_CONSUMER);
            return false;
        }
        // Whatever has to wait is kept as text alone, not with the bytes that others were sent.
        waiting.add(count == more.size() ? more : new Frames(more.texts()));
        pump.turn();
        return true;
    }

    /** Whether the connection is closed or about to be: nothing more is taken from it or for it. */
    public boolean isEnding() {
        return closed || ending.get() != null;
    }

    /** Whether nothing waits and nothing is on its way. */
    public boolean isIdle() {
        return waiting() == 0;
    }

    /** Frames that wait or are on their way. */
    int waiting() {
        return frames.get();
    }

    /** Takes nothing more, sends what waits, then closes. */
    public void finish(int code, String reason) {
        if (ending.compareAndSet(null, new Ending(code, reason))) {
            pump.turn();
        }
    }

    /** Closes now; what waits is dropped. */
    public void cut(int code, String reason) {
        ending.compareAndSet(null, new Ending(code, reason));
        if (!closed) {
            closed = true;
            link.close(code, reason);
        }
    }

    /** The connection is gone: forget what waits. */
    public void abandon() {
        closed = true;
        waiting.clear();
        all.forget(this);
    }

    private void step() {
        if (inFlight || closed) {
            return;
        }
        Frames batch = take();
        if (batch != null) {
            inFlight = true;
            // And what is on its way as bytes alone: nothing here holds on to the text.
            int count = batch.size();
            long size = weight(batch);
            link.sendAll(batch, failure -> sent(count, size, failure));
            return;
        }
        Ending last = ending.get();
        if (last != null) {
            cut(last.code(), last.reason());
        }
    }

    private @Nullable Frames take() {
        List<Frames> batch = new ArrayList<>();
        for (int count = 0; count < FLUSH_FRAMES; count += batch.getLast().size()) {
            Frames next = waiting.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        return batch.isEmpty() ? null : Frames.together(batch);
    }

    private void sent(int count, long size, @Nullable Throwable failure) {
        bytes.addAndGet(-size);
        frames.addAndGet(-count);
        if (failure != null) {
            cut(CloseCode.GOING_AWAY, "send failed");
        }
        inFlight = false;
        pump.turn();
    }

    private long weight(Frames batch) {
        return batch.weight(limits.bytesMax() / WEIGHT_SHARE);
    }
}
