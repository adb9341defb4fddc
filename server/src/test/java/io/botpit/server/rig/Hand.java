package io.botpit.server.rig;

import io.botpit.game.GameTime;
import io.botpit.server.local.VirtualTime;
import io.botpit.server.loop.Clocks;
import io.botpit.server.loop.Scheduler;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Clock, timers and a pool of one thread, all turned by hand. */
public final class Hand implements Clocks, Scheduler, Executor {
    private final VirtualTime time = new VirtualTime(new GameTime(1_700_000_000_000_000L));

    @Override
    public GameTime now() {
        return time.now();
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        return time.after(delay, task);
    }

    @Override
    public void execute(Runnable task) {
        time.execute(task);
    }

    /** Works until nothing is left to do at this moment. */
    public void settle() {
        time.settle();
    }

    /** Lets time pass; timers go off in order, and whatever they start is done. */
    public void pass(Duration span) {
        time.passTo(now().plusMicros(TimeUnit.NANOSECONDS.toMicros(span.toNanos())));
    }
}
