package io.botpit.game.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest of what happened to somebody. Entries point to older ones, so that adding touches nothing old; what is too
 * old is cut off when as much again has come. One thread.
 */
final class History<T> {
    private final int keep;
    private @Nullable Entry<T> newest;

    /** Entries since the last cut, what it kept included: at least {@code keep}, if there were as many, below its double. */
    private int linked;

    private static final class Entry<T> {
        final T value;

        @Nullable
        Entry<T> older;

        Entry(T value, @Nullable Entry<T> older) {
            this.value = value;
            this.older = older;
        }
    }

    /** Keeps the newest {@code keep}, at least 1. */
    History(int keep) {
        this.keep = keep;
    }

    void add(T value) {
        newest = new Entry<>(value, newest);
        linked++;
        if (linked == 2 * keep) {
            cut();
        }
    }

    /** What is kept, oldest first. */
    List<T> list() {
        List<T> list = new ArrayList<>(Math.min(linked, keep));
        for (Entry<T> entry = newest; entry != null && list.size() < keep; entry = entry.older) {
            list.add(entry.value);
        }
        Collections.reverse(list);
        return list;
    }

    private void cut() {
        Entry<T> last = newest;
        for (int i = 1; last != null && i < keep; i++) {
            last = last.older;
        }
        if (last != null) {
            last.older = null;
        }
        linked = keep;
    }
}
