package io.botpit.server.loop;

import java.time.Duration;

/** Runs something later. Any thread; tasks must be short and hand over what takes longer. */
@FunctionalInterface
public interface Scheduler {
    /** Runs the task once, not before the delay is over. */
    Timer after(Duration delay, Runnable task);

    /** Something that is going to happen. */
    @FunctionalInterface
    interface Timer {
        /** No effect if it is too late. */
        void cancel();
    }
}
