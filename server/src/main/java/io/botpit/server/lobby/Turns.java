package io.botpit.server.lobby;

import io.botpit.server.loop.SerialQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that changes the lobby, and what waits for it. Any thread hands work in. */
final class Turns implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int WAITING_MAX = 4_096;

    private final SerialQueue queue;

    Turns(Executor pool) {
        this.queue = new SerialQueue(pool, WAITING_MAX);
    }

    /** Work of the server itself, which always finds a place. */
    @Override
    public void execute(Runnable work) {
        queue.execute(work);
    }

    /** Work of somebody outside; false: too much waits. */
    boolean offer(Runnable work) {
        return queue.offer(work);
    }

    <T> CompletableFuture<T> get(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        guarded(done::completeExceptionally, () -> done.complete(work.get()));
        return done;
    }

    CompletableFuture<Void> run(Runnable work) {
        return get(() -> {
            work.run();
            return null;
        });
    }

    /** The one way of the admin's acts: they are on record first, and then done. */
    <T> CompletableFuture<T> onRecord(Runnable entry, Consumer<CompletableFuture<T>> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        guarded(done::completeExceptionally, () -> {
            entry.run();
            work.accept(done);
        });
        return done;
    }

    /** Runs something in turn; whatever goes wrong is told and logged, never swallowed. */
    private void guarded(Consumer<Throwable> failed, Runnable work) {
        queue.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException fault) {
                LOG.error("the lobby could not do it", fault);
                failed.accept(fault);
            }
        });
    }
}
