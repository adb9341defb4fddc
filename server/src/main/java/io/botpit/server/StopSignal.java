package io.botpit.server;

import io.botpit.server.loop.FatalFault;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers that the server has to stop, and whether the machine broke. Any thread. */
final class StopSignal implements FatalFault {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean broken;

    void request() {
        stop.countDown();
    }

    @Override
    public void report(String what, Throwable cause) {
        LOG.error("the machine is broken: {}", what, cause);
        broken = true;
        stop.countDown();
    }

    boolean isBroken() {
        return broken;
    }

    boolean isRequested() {
        return stop.getCount() == 0;
    }

    void await() throws InterruptedException {
        stop.await();
    }
}
