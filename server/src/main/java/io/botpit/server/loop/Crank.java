package io.botpit.server.loop;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Turns one owner's crank on a shared pool: by one thread at a time, only while there is work, and behind the others
 * again after each turn. Any thread may wake it.
 */
public final class Crank {
    private final Executor pool;
    private final Runnable turn;
    private final BooleanSupplier hasWork;
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /**
     * @param turn does a bounded piece of work; must not throw
     * @param hasWork asked after each turn
     */
    public Crank(Executor pool, Runnable turn, BooleanSupplier hasWork) {
        this.pool = pool;
        this.turn = turn;
        this.hasWork = hasWork;
    }

    /** There is work. */
    public void wake() {
        if (scheduled.compareAndSet(false, true)) {
            pool.execute(this::run);
        }
    }

    private void run() {
        try {
            turn.run();
        } finally {
            scheduled.set(false);
            if (hasWork.getAsBoolean()) {
                wake();
            }
        }
    }
}
