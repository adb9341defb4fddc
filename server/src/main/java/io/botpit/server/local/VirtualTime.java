package io.botpit.server.local;

import io.botpit.game.GameTime;
import io.botpit.server.loop.Clocks;
import io.botpit.server.loop.Scheduler;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A clock that goes on when it is told to, the timers that are set by it, and a pool that does one task after the other:
 * what a game needs of a machine, on one thread and as fast as it computes. One thread, but for {@link
 * #execute}, which is for any.
 */
public final class VirtualTime implements Clocks, Scheduler, Executor {
    private static final long NANOS_PER_MICRO = 1_000;

    private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Due> timers = new PriorityQueue<>();
    private GameTime now;
    private long order;

    public VirtualTime(GameTime beginning) {
        this.now = beginning;
    }

    private record Due(GameTime at, long order, Runnable task, AtomicBoolean cancelled) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    @Override
    public GameTime now() {
        return now;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        AtomicBoolean cancelled = new AtomicBoolean();
        timers.add(new Due(now.plusMicros(delay.toNanos() / NANOS_PER_MICRO), order++, task, cancelled));
        return () -> cancelled.set(true);
    }

    @Override
    public void execute(Runnable task) {
        work.add(task);
    }

    /** Works until nothing is left to do at this moment. */
    public void settle() {
        for (Runnable task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }

    /** Goes on to a moment, or stays where it is later already; timers go off in order, and all they start is done. */
    public void passTo(GameTime moment) {
        settle();
        for (Due next = timers.peek(); next != null && !moment.isBefore(next.at()); next = timers.peek()) {
            timers.remove();
            goTo(next.at());
            if (!next.cancelled().get()) {
                next.task().run();
            }
            settle();
        }
        goTo(moment);
    }

    private void goTo(GameTime moment) {
        if (now.isBefore(moment)) {
            now = moment;
        }
    }
}
