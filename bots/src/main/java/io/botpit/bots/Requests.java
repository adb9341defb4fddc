package io.botpit.bots;

import io.botpit.protocol.Json;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.RequestFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The requests of one connection: those that wait for their turn and those that wait for their reply. Each request has
 * an id, so a reply finds its request whatever the network does to their order. For one thread.
 */
final class Requests {
    /** A request without a reply for this long means that the connection is dead. */
    static final long REPLY_TIMEOUT_MILLIS = 10_000;

    private final Pace pace;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Map<String, Sent> sent = new HashMap<>();
    private long lastId;

    private record Waiting(RequestFrame frame, Consumer<ReplyFrame> onReply) {}

    private record Sent(Consumer<ReplyFrame> onReply, long atMillis) {}

    Requests(Pace pace) {
        this.pace = pace;
    }

    void add(RequestFrame frame, Consumer<ReplyFrame> onReply) {
        queue.add(new Waiting(frame, onReply));
    }

    /** The frames that may go now. */
    List<String> due(long nowMillis) {
        List<String> frames = new ArrayList<>();
        while (!queue.isEmpty() && pace.take(nowMillis)) {
            Waiting next = queue.remove();
            String id = Long.toString(++lastId);
            sent.put(id, new Sent(next.onReply(), nowMillis));
            frames.add(next.frame().withId(id).text());
        }
        return frames;
    }

    /** A reply came; one that nobody waits for (it was sent twice) is dropped. */
    void answered(ReplyFrame reply) {
        if (reply.id() instanceof Json.TextValue(var id)) {
            Sent request = sent.remove(id);
            if (request != null) {
                request.onReply().accept(reply);
            }
        }
    }

    void rest(long untilMillis) {
        pace.rest(untilMillis);
    }

    /** Everything is sent and answered. */
    boolean isIdle() {
        return queue.isEmpty() && sent.isEmpty();
    }

    boolean isStalled(long nowMillis) {
        return sent.values().stream().anyMatch(one -> nowMillis - one.atMillis() > REPLY_TIMEOUT_MILLIS);
    }

    /** A new connection: what was asked on the old one is not answered any more. */
    void clear() {
        queue.clear();
        sent.clear();
    }
}
