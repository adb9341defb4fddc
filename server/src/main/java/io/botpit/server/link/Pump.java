package io.botpit.server.link;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets one thread at a time through a step. Whoever comes meanwhile does not wait but leaves a mark, and the one inside
 * goes round once more. Everything a step reads and writes belongs to the pump.
 */
public final class Pump {
    private final Runnable step;
    private final AtomicInteger marks = new AtomicInteger();

    /** @param step does all there is to do; must not throw */
    public Pump(Runnable step) {
        this.step = step;
    }

    /** There is something to do. */
    public void turn() {
        if (marks.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            step.run();
            seen = marks.addAndGet(-seen);
        } while (seen != 0);
    }
}
