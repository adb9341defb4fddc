package io.botpit.server;

import io.botpit.server.loop.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All threads of the server but those of the sockets, the database and the house's bots. None of them is ever
 * interrupted: an interrupt would close the file that a thread is writing to.
 */
final class Pools implements AutoCloseable, Scheduler {
    private static final Logger LOG = LoggerFactory.getLogger(Pools.class);
    private static final int GAME_THREADS = 2;
    private static final int PASSWORDS_WAITING_MAX = 16;
    private static final int REPLAYS_WAITING_MAX = 16;
    private static final long STOP_SECONDS_MAX = 3;

    private final ExecutorService games = Executors.newFixedThreadPool(GAME_THREADS, named("game"));
    private final ExecutorService feeds = Executors.newFixedThreadPool(GAME_THREADS, named("feed"));
    private final ExecutorService sessions =
            Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), named("session"));
    private final ExecutorService lobby = Executors.newSingleThreadExecutor(named("lobby"));
    private final ExecutorService passwords = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(PASSWORDS_WAITING_MAX), named("password"));
    private final ExecutorService replays = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(REPLAYS_WAITING_MAX), named("replay"));
    private final ScheduledThreadPoolExecutor timers = timers();
    private final List<ExecutorService> chores = new CopyOnWriteArrayList<>();

    Executor games() {
        return games;
    }

    Executor feeds() {
        return feeds;
    }

    Executor sessions() {
        return sessions;
    }

    Executor lobby() {
        return lobby;
    }

    /** Refuses what is too much. */
    Executor passwords() {
        return passwords;
    }

    /** Plays old games again, one after the other; refuses what is too much. */
    Executor replays() {
        return replays;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Future<?> scheduled = timers.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    /**
     * Does something again and again, with a pause between, on a thread of its own: a file system that hangs keeps
     * nobody else.
     */
    void every(String name, Duration pause, Runnable task) {
        ScheduledExecutorService chore = Executors.newSingleThreadScheduledExecutor(named(name));
        Runnable guarded = () -> {
            try {
                task.run();
            } catch (RuntimeException fault) {
                if (chore.isShutdown()) {
                    LOG.debug("{}: left off, what it needs is closed", name, fault);
                } else {
                    LOG.error("{}: will be tried again in {} s", name, pause.toSeconds(), fault);
                }
            }
        };
        chores.add(chore);
        var _ = chore.scheduleWithFixedDelay(guarded, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Begins no chore again: what they need is about to be closed. */
    void endChores() {
        chores.forEach(ExecutorService::shutdown);
    }

    /** Waits for what is being done, but not for chores, which may hang and change nothing. */
    @Override
    public void close() {
        endChores();
        List<ExecutorService> all = List.of(timers, sessions, passwords, feeds, games, lobby, replays);
        all.forEach(ExecutorService::shutdown);
        for (ExecutorService pool : all) {
            try {
                if (!pool.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static ScheduledThreadPoolExecutor timers() {
        ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1, named("timer"));
        timers.setRemoveOnCancelPolicy(true);
        timers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        // Late alarms of games that are being closed: nobody needs them any more.
        timers.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        return timers;
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name("botpit-" + name + "-", 1).factory();
    }
}
