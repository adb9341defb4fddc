package io.botpit.bots;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a strategy has still to be told, in order. For one thread. */
final class Thoughts {
    /** Updates that wait; beyond that the oldest are dropped: the view has them all the same. */
    static final int UPDATES_WAITING_MAX = 1_000;

    /** Wishes of one update; the rest is dropped. */
    static final int WISHES_MAX = 200;

    private final Strategy strategy;
    private final Deque<Update> waiting = new ArrayDeque<>();

    Thoughts(Strategy strategy) {
        this.strategy = strategy;
    }

    /** Beats and moves that wait already are not told twice. */
    void add(Update update) {
        boolean repeatable = update instanceof Update.Beat || update instanceof Update.Moved;
        if (repeatable && waiting.contains(update)) {
            return;
        }
        if (waiting.size() >= UPDATES_WAITING_MAX) {
            waiting.remove();
        }
        waiting.add(update);
    }

    void first(Update update) {
        waiting.addFirst(update);
    }

    void forget() {
        waiting.clear();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    List<Wish> next(View view) {
        List<Wish> wishes = strategy.onUpdate(view, waiting.remove());
        return wishes.size() > WISHES_MAX ? wishes.subList(0, WISHES_MAX) : wishes;
    }
}
