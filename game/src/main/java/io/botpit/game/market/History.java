package io.botpit.game.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The newest of what happened to somebody. Entries point to older ones, so that adding touches nothing old; what is too
 * old is cut off when as much again has come. One thread.
 */
final class History<E extends History.Entry<E>> {
    private final int keep;
    private @Nullable E newest;

    /** Behind it the next cut is made. It is known beforehand, since the way to it leads through cold memory. */
    private @Nullable E lastToKeep;

    /** Entries since the last cut, what it kept included: at least {@code keep}, if there were as many, below its double. */
    private int linked;

    /**
     * Something that is remembered, as numbers in one object: a game remembers millions, and whatever outlives its command
     * is copied by the collector.
     */
    abstract static class Entry<E extends Entry<E>> {
        private @Nullable E older;
    }

    /** Keeps the newest {@code keep}, at least 1. */
    History(int keep) {
        this.keep = keep;
    }

    void add(E entry) {
        older(entry, newest);
        newest = entry;
        linked++;
        if (linked == keep + 1) {
            lastToKeep = entry;
        }
        if (linked == 2 * keep && lastToKeep != null) {
            older(lastToKeep, null);
            linked = keep;
        }
    }

    /** What is kept, oldest first. */
    <T> List<T> list(Function<E, T> view) {
        List<T> list = new ArrayList<>(Math.min(linked, keep));
        for (E entry = newest; entry != null && list.size() < keep; entry = older(entry)) {
            list.add(view.apply(entry));
        }
        Collections.reverse(list);
        return list;
    }

    private @Nullable E older(Entry<E> entry) {
        return entry.older;
    }

    private void older(Entry<E> entry, @Nullable E older) {
        entry.older = older;
    }
}
