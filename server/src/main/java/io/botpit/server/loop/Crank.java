package io.botpit.server.loop;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Turns one owner's crank: by one thread at a time, only while there is work, and on the shared pool behind the others
 * again after each turn. Any thread may set it going.
 */
public final class Crank {
    private final Executor pool;
    private final Runnable turn;
    private final BooleanSupplier hasWork;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    private enum State {
        IDLE,
        /** Those on an {@link Errand} with work for it will turn it; whoever is first takes it. */
        OWED,
        TAKEN
    }

    /**
     * @param turn does a bounded piece of work; must not throw
     * @param hasWork asked after each turn
     */
    public Crank(Executor pool, Runnable turn, BooleanSupplier hasWork) {
        this.pool = pool;
        this.turn = turn;
        this.hasWork = hasWork;
    }

    /** There is work, for a thread of the pool. */
    public void wake() {
        if (state.getAndSet(State.TAKEN) != State.TAKEN) {
            pool.execute(this::run);
        }
    }

    /** There is work, for the thread that brought it if it is on an {@link Errand}. */
    public void bring() {
        if (!Errand.isOn()) {
            wake();
        } else if (state.compareAndExchange(State.IDLE, State.OWED) != State.TAKEN) {
            // Owed by somebody else, too, who may be kept by what he reads: nobody's work depends on another's errand.
            Errand.owe(this);
        }
    }

    /** Turns it on this thread, unless somebody did so since it was owed. */
    void turnHere() {
        if (state.compareAndSet(State.OWED, State.TAKEN)) {
            run();
        }
    }

    /** Leaves it to the pool, unless somebody turned it since it was owed. */
    void handOver() {
        if (state.compareAndSet(State.OWED, State.TAKEN)) {
            pool.execute(this::run);
        }
    }

    private void run() {
        try {
            turn.run();
        } finally {
            state.set(State.IDLE);
            if (hasWork.getAsBoolean()) {
                wake();
            }
        }
    }
}
