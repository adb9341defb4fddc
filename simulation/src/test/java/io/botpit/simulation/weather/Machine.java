package io.botpit.simulation.weather;

import io.botpit.game.GameTime;
import io.botpit.server.loop.Clocks;
import io.botpit.server.loop.Scheduler;
import io.botpit.simulation.audit.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What one process runs on: a clock, timers and a pool whose tasks are done in an order drawn from the seed. When it
 * dies, all of that is gone.
 */
final class Machine implements Clocks, Scheduler, Executor {
    private static final long NANOS_PER_MICRO = 1_000;
    private static final int TASK_MICROS_MAX = 60;

    private final Calendar calendar;
    private final Dice dice;
    private final List<Runnable> waiting = new ArrayList<>();
    private long wallMinusCalendarMicros;
    private boolean dead;

    /** @param wallMicros what the wall clock says when the process starts: it is read once */
    Machine(Calendar calendar, Dice dice, long wallMicros) {
        this.calendar = calendar;
        this.dice = dice;
        this.wallMinusCalendarMicros = wallMicros - calendar.nowMicros();
    }

    @Override
    public GameTime now() {
        return new GameTime(calendar.nowMicros() + wallMinusCalendarMicros);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        AtomicBoolean cancelled = new AtomicBoolean();
        calendar.after(delay.toNanos() / NANOS_PER_MICRO, () -> {
            if (!dead && !cancelled.get()) {
                task.run();
            }
        });
        return () -> cancelled.set(true);
    }

    @Override
    public void execute(Runnable task) {
        if (!dead) {
            waiting.add(task);
        }
    }

    boolean hasWork() {
        return !waiting.isEmpty();
    }

    /** Does one of the waiting tasks, whichever a thread of the pool might have taken. */
    void work() {
        int chosen = dice.below(waiting.size());
        Runnable task = waiting.get(chosen);
        waiting.set(chosen, waiting.getLast());
        waiting.removeLast();
        task.run();
        calendar.pass(dice.below(TASK_MICROS_MAX));
    }

    /** The monotonic clock ran on while the process stood still. */
    void oversleep(long micros) {
        wallMinusCalendarMicros += micros;
    }

    boolean isDead() {
        return dead;
    }

    void die() {
        dead = true;
        waiting.clear();
    }
}
