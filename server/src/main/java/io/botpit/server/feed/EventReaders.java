package io.botpit.server.feed;

import io.botpit.server.link.Outbox;
import java.util.ArrayList;
import java.util.List;

/**
 * Those who read every event. Whose turn it is to be first moves on with every frame, so that nobody gains from having
 * come first. Feed's thread only.
 */
final class EventReaders {
    private final List<Outbox> readers = new ArrayList<>();
    private int first;

    void add(Outbox reader) {
        readers.add(reader);
    }

    void remove(Outbox reader) {
        readers.remove(reader);
    }

    boolean isEmpty() {
        return readers.isEmpty();
    }

    void publish(List<String> frames) {
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
        readers.forEach(reader -> reader.cut(code, reason));
        readers.clear();
    }
}
