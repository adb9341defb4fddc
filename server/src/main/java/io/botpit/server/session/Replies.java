package io.botpit.server.session;

import io.botpit.dialect.Correlation;
import io.botpit.dialect.Denial;
import io.botpit.dialect.Dialect;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Viewer;
import io.botpit.game.GameTime;
import io.botpit.server.feed.Timing;
import io.botpit.server.link.Outbox;
import io.botpit.server.loop.Clocks;
import io.botpit.server.loop.Crank;
import io.botpit.server.session.Slot.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answers of one session, in the order of the requests, whatever the order in which they become known. The reading
 * side opens slots; any thread fills them; those at the head are encoded and sent by who brought the command, after the
 * game's turn, or by a thread of the session pool, so that no game waits for it.
 */
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private final Dialect dialect;
    private final Clocks clocks;
    private final Outbox outbox;
    private final SessionMeter meter;
    private final Queue<Slot> slots = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Crank crank;
    /** Whose answers are with the transport, and are not timed yet; inside the crank. */
    private final List<Slot> answered = new ArrayList<>();

    private volatile @Nullable Timing timing;

    Replies(SessionWorks works, Outbox outbox, SessionMeter meter) {
        this.dialect = works.dialect();
        this.clocks = works.clocks();
        this.outbox = outbox;
        this.meter = meter;
        this.crank = new Crank(works.pool(), this::send, this::isHeadFilled);
    }

    /** Where it is counted from now on how long answers take; null: nowhere. Any thread. */
    void timeFor(@Nullable Timing next) {
        timing = next;
    }

    /** A ping came back after so many microseconds. Any thread. */
    void roundTrip(long micros) {
        Timing now = timing;
        if (now != null) {
            now.roundTrip(micros);
        }
    }

    /** @param heardAt when the request came */
    Slot open(Correlation to, Viewer viewer, GameTime heardAt) {
        Slot slot = new Slot(to, viewer, heardAt, crank::bring);
        open.incrementAndGet();
        slots.add(slot);
        return slot;
    }

    /** How many requests wait for their answer or for that of an earlier one. */
    int inFlight() {
        return open.get();
    }

    private boolean isHeadFilled() {
        Slot head = slots.peek();
        return head != null && head.answer() != null;
    }

    /** Answers that are known together leave together, up to one that something follows. */
    private void send() {
        List<String> frames = new ArrayList<>();
        for (Slot head = slots.peek(); head != null; head = slots.peek()) {
            Answered known = head.answer();
            if (known == null) {
                break;
            }
            slots.remove();
            if (known.reply() instanceof Reply.Denied(var denial, var _)) {
                meter.denied(denial);
            }
            frames.add(encode(head, known.reply()));
            answered.add(head);
            if (known.after() != null) {
                flush(frames);
                known.after().run();
            }
        }
        flush(frames);
    }

    private void flush(List<String> frames) {
        if (!frames.isEmpty()) {
            // First, since who reads an answer may ask again at once.
            open.addAndGet(-frames.size());
            outbox.offer(frames);
            frames.clear();
            time();
        }
    }

    private void time() {
        Timing now = timing;
        if (now != null) {
            GameTime sentAt = clocks.now();
            for (Slot slot : answered) {
                long micros = sentAt.microsSince(slot.heardAt());
                now.answered(micros);
                meter.answered(micros);
            }
        }
        answered.clear();
    }

    private String encode(Slot slot, Reply reply) {
        try {
            return dialect.encode(slot.to(), reply, slot.viewer());
        } catch (RuntimeException fault) {
            LOG.error("no words for the answer to {}", slot.to().command(), fault);
            return dialect.encode(slot.to(), new Reply.Denied(Denial.INTERNAL, ""), slot.viewer());
        }
    }
}
