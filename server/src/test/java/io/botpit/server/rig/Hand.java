package io.botpit.server.rig;

import io.botpit.game.GameTime;
import io.botpit.server.loop.Clocks;
import io.botpit.server.loop.Scheduler;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Clock, timers and a pool of one thread, all turned by hand. */
public final class Hand implements Clocks, Scheduler, Executor {
    private static final long MICROS_PER_MILLI = 1_000;

    private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Due> timers = new PriorityQueue<>();
    private GameTime now = new GameTime(1_700_000_000_000_000L);
    private long order;

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
        timers.add(new Due(now.plusMicros(delay.toNanos() / MICROS_PER_MILLI), order++, task, cancelled));
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

    /** Lets time pass; timers go off in order, and whatever they start is done. */
    public void pass(Duration time) {
        GameTime until = now.plusMicros(time.toNanos() / MICROS_PER_MILLI);
        settle();
        for (Due next = timers.peek(); next != null && !until.isBefore(next.at()); next = timers.peek()) {
            timers.remove();
            now = next.at().isBefore(now) ? now : next.at();
            if (!next.cancelled().get()) {
                next.task().run();
            }
            settle();
        }
        now = until;
    }
}
