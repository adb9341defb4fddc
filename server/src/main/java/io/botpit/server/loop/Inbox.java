package io.botpit.server.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What waits for one game. Any thread adds; the game's thread takes. */
final class Inbox {
    private final int boundedMax;
    private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger bounded = new AtomicInteger();

    Inbox(int boundedMax) {
        this.boundedMax = boundedMax;
    }

    /** False where too many wait. */
    boolean offer(Task task) {
        if (bounded.incrementAndGet() > boundedMax) {
            bounded.decrementAndGet();
            return false;
        }
        tasks.add(task);
        return true;
    }

    /** Adds what does not count: the server's own tasks, which cannot be many. */
    void owe(Task task) {
        tasks.add(task);
    }

    List<Task> take(int max) {
        List<Task> turn = new ArrayList<>();
        while (turn.size() < max) {
            Task task = tasks.poll();
            if (task == null) {
                break;
            }
            if (task.counts()) {
                bounded.decrementAndGet();
            }
            turn.add(task);
        }
        return turn;
    }

    /** Something that was taken waits on elsewhere, and counts as before. */
    void keep(Task task) {
        if (task.counts()) {
            bounded.incrementAndGet();
        }
    }

    /** It does not wait any more. */
    void letGo(Task task) {
        if (task.counts()) {
            bounded.decrementAndGet();
        }
    }

    /** How many of those that count wait. */
    int waiting() {
        return bounded.get();
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }
}
