package io.botpit.server.loop;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks in the order they came, one at a time, on a shared pool: what an owner of state uses instead of a lock.
 * Any thread may add; tasks must not throw.
 */
public final class SerialQueue implements Executor {
    private static final int TURN_TASKS_MAX = 256;

    private final int tasksMax;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Crank crank;

    /** @param tasksMax how many may wait before {@link #offer} says no */
    public SerialQueue(Executor pool, int tasksMax) {
        this.tasksMax = tasksMax;
        this.crank = new Crank(pool, this::turn, () -> !tasks.isEmpty());
    }

    /** Adds a task, or says no where too many wait. */
    public boolean offer(Runnable task) {
        if (size.get() >= tasksMax) {
            return false;
        }
        execute(task);
        return true;
    }

    /** Likewise, but no thread is woken for it: it waits for {@link #wake}, for any other task or until many wait. */
    public boolean leave(Runnable task) {
        if (size.get() >= tasksMax) {
            return false;
        }
        tasks.add(task);
        if (size.incrementAndGet() >= TURN_TASKS_MAX) {
            wake();
        }
        return true;
    }

    /** Lets nothing wait that was left. */
    public void wake() {
        crank.wake();
    }

    /** Adds a task whatever waits: for what must not get lost and cannot be many. */
    @Override
    public void execute(Runnable task) {
        size.incrementAndGet();
        tasks.add(task);
        crank.wake();
    }

    private void turn() {
        for (int i = 0; i < TURN_TASKS_MAX; i++) {
            Runnable task = tasks.poll();
            if (task == null) {
                return;
            }
            size.decrementAndGet();
            task.run();
        }
    }
}
