package io.botpit.server.feed;

import io.botpit.dialect.Channel;
import io.botpit.dialect.Viewer;
import io.botpit.server.link.Frames;
import io.botpit.server.link.Outbox;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One session's subscription to one game. Made by the session; its memory belongs to the feed's thread. */
public final class Subscriber {
    private final Viewer viewer;
    private final Outbox outbox;
    private final Map<Channel, Long> from = new EnumMap<>(Channel.class);

    public Subscriber(Viewer viewer, Outbox outbox) {
        this.viewer = viewer;
        this.outbox = outbox;
    }

    public Viewer viewer() {
        return viewer;
    }

    /** Tells of this channel what comes after that sequence. */
    void follow(Channel channel, long after) {
        from.put(channel, after);
    }

    void leave(Channel channel) {
        from.remove(channel);
    }

    boolean isEmpty() {
        return from.isEmpty();
    }

    boolean wants(Channel channel, long sequence) {
        Long after = from.get(channel);
        return after != null && sequence > after;
    }

    /** False where the reader is gone or was cut. */
    boolean send(List<String> frames) {
        return outbox.offer(frames);
    }

    /** Likewise for frames that others get, too. */
    boolean send(Frames frames) {
        return outbox.offer(frames);
    }

    void cut(int code, String reason) {
        outbox.cut(code, reason);
    }
}
