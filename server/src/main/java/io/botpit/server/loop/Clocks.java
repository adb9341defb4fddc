package io.botpit.server.loop;

import io.botpit.game.GameTime;

/** Where time comes from. Any thread. */
@FunctionalInterface
public interface Clocks {
    /** Now; never earlier than an answer given before. */
    GameTime now();

    /**
     * The machine's wall clock, read once; from then on only its monotonic clock counts, so that a change of the wall
     * clock moves no deadline.
     */
    static Clocks system() {
        long startMicros = Math.multiplyExact(System.currentTimeMillis(), 1_000L);
        long startNanos = System.nanoTime();
        return () -> new GameTime(startMicros + (System.nanoTime() - startNanos) / 1_000);
    }
}
