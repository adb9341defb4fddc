package io.botpit.server.session;

import io.botpit.dialect.Correlation;
import io.botpit.dialect.Denial;
import io.botpit.dialect.Dialect;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Viewer;
import io.botpit.server.link.Outbox;
import io.botpit.server.loop.Crank;
import io.botpit.server.session.Slot.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
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
    private final Outbox outbox;
    private final Consumer<Denial> denied;
    private final Queue<Slot> slots = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Crank crank;

    /** @param denied is told of every denial that is sent, on any thread */
    Replies(Dialect dialect, Outbox outbox, Consumer<Denial> denied, Executor pool) {
        this.dialect = dialect;
        this.outbox = outbox;
        this.denied = denied;
        this.crank = new Crank(pool, this::send, this::isHeadFilled);
    }

    Slot open(Correlation to, Viewer viewer) {
        Slot slot = new Slot(to, viewer, crank::bring);
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
            Answered answered = head.answer();
            if (answered == null) {
                break;
            }
            slots.remove();
            if (answered.reply() instanceof Reply.Denied(var denial, var _)) {
                denied.accept(denial);
            }
            frames.add(encode(head, answered.reply()));
            if (answered.after() != null) {
                flush(frames);
                answered.after().run();
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
        }
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
