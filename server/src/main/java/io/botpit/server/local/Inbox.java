package io.botpit.server.local;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a bot of another program said and nobody has taken yet. Whoever fills it waits while it is full, until it is closed:
 * then nobody waits, and all is dropped. Any thread fills it, one takes and closes.
 */
final class Inbox {
    private final BlockingQueue<Heard> waiting = new ArrayBlockingQueue<>(GuestLimits.FRAMES_WAITING_MAX);
    private volatile boolean closed;

    sealed interface Heard {
        record Frame(String text) implements Heard {}

        record Gone(String why) implements Heard {}
    }

    /** A frame came. */
    void frame(String text) {
        put(new Heard.Frame(text));
    }

    /** Nothing comes any more. */
    void gone(String why) {
        put(new Heard.Gone(why));
    }

    private void put(Heard news) {
        if (closed) {
            return;
        }
        try {
            waiting.put(news);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next; null where nothing comes so soon. */
    @Nullable
    Heard poll(long nanos) {
        try {
            return waiting.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Nobody listens any more. */
    void close() {
        closed = true;
        // Makes room for whoever waits: he was let in before.
        waiting.clear();
    }
}
