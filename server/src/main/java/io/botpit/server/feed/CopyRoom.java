package io.botpit.server.feed;

import java.util.concurrent.Semaphore;

/** Room for the copies of bots' sheets of all games together: each is held from its making until it is shown no more. Any thread. */
public final class CopyRoom {
    static final int COPIES_MAX = 32;

    private final Semaphore free = new Semaphore(COPIES_MAX);

    /** Whether there was room for one more; then it is to be {@link #release released}. */
    boolean take() {
        return free.tryAcquire();
    }

    void release() {
        free.release();
    }
}
