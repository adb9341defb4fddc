package io.botpit.server.feed;

import io.botpit.server.link.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Those who read every event. Frames go out behind all that waits for the feed already: the longer it takes to reach all
 * readers, the more frames leave together, with one flush for each reader. Whose turn it is to be first moves on each time,
 * so that nobody gains from having come first. Feed's thread only.
 */
final class EventReaders {
    /** More at once could be more than a reader who keeps up has room for. */
    private static final int FRAMES_GATHERED_MAX = 64;

    private final Executor feed;
    private final List<Outbox> readers = new ArrayList<>();
    private final List<String> gathered = new ArrayList<>();
    private int first;

    /** @param feed runs tasks on the feed's thread, in the order in which they came */
    EventReaders(Executor feed) {
        this.feed = feed;
    }

    void add(Outbox reader) {
        // Not what came before him.
        flush();
        readers.add(reader);
    }

    void remove(Outbox reader) {
        readers.remove(reader);
    }

    boolean isEmpty() {
        return readers.isEmpty();
    }

    void publish(List<String> frames) {
        if (frames.isEmpty() || readers.isEmpty()) {
            return;
        }
        if (gathered.isEmpty()) {
            feed.execute(this::flush);
        }
        gathered.addAll(frames);
        if (gathered.size() >= FRAMES_GATHERED_MAX) {
            flush();
        }
    }

    /** Lets go of all that was published. */
    void flush() {
        if (gathered.isEmpty()) {
            return;
        }
        List<String> frames = List.copyOf(gathered);
        gathered.clear();
        List<Outbox> gone = new ArrayList<>();
        int count = readers.size();
        for (int i = 0; i < count; i++) {
            Outbox reader = readers.get((first + i) % count);
            if (!reader.offer(frames)) {
                gone.add(reader);
            }
        }
        first = count == 0 ? 0 : (first + 1) % count;
        readers.removeAll(gone);
    }

    void cutAll(int code, String reason) {
        gathered.clear();
        readers.forEach(reader -> reader.cut(code, reason));
        readers.clear();
    }
}
