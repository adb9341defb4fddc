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
import java.util.Set;
import java.util.function.Consumer;

/**
 * The requests of one connection: those that wait for their turn and those that wait for their reply. Each request has
 * an id, so a reply finds its request whatever the network does to their order. For one thread.
 */
final class Requests {
    /** A request without a reply for this long means that the connection is dead. */
    static final long REPLY_TIMEOUT_MILLIS = 10_000;

    /** How long to be quiet after the server said that it was too much. */
    private static final long REST_MILLIS = 1_000;

    private static final Set<String> TRY_LATER = Set.of("rate_limited", "busy", "unavailable");

    private final Pace pace;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Map<String, Sent> sent = new HashMap<>();
    private long lastId;

    private record Waiting(RequestFrame frame, Asker asker) {}

    private record Sent(Asker asker, long atMillis) {}

    /** Who wants a reply. */
    interface Asker {
        /** Whether the request is still to be sent when its turn comes. */
        default boolean isWanted() {
            return true;
        }

        /** The request goes out now. */
        default void sent() {}

        void answered(ReplyFrame reply);
    }

    Requests(Pace pace) {
        this.pace = pace;
    }

    void add(RequestFrame frame, Consumer<ReplyFrame> onReply) {
        ask(frame, onReply::accept);
    }

    void ask(RequestFrame frame, Asker asker) {
        queue.add(new Waiting(frame, asker));
    }

    /** The frames that may go now. */
    List<String> due(long nowMillis) {
        List<String> frames = new ArrayList<>();
        while (hasNext() && pace.take(nowMillis)) {
            Waiting next = queue.remove();
            String id = Long.toString(++lastId);
            sent.put(id, new Sent(next.asker, nowMillis));
            next.asker.sent();
            frames.add(next.frame().withId(id).text());
        }
        return frames;
    }

    private boolean hasNext() {
        while (!queue.isEmpty() && !queue.element().asker.isWanted()) {
            queue.remove();
        }
        return !queue.isEmpty();
    }

    /** A reply came; one that nobody waits for (it was sent twice) is dropped. */
    void answered(ReplyFrame reply, long nowMillis) {
        if (!reply.status() && TRY_LATER.contains(String.valueOf(reply.code()))) {
            pace.rest(nowMillis + REST_MILLIS);
        }
        if (reply.id() instanceof Json.TextValue(var id)) {
            Sent request = sent.remove(id);
            if (request != null) {
                request.asker.answered(reply);
            }
        }
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
