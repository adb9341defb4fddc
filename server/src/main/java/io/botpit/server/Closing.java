package io.botpit.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes things in the reverse order of their opening, all of them, whatever one of them says. One thread. */
final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T thing) {
        opened.push(thing);
        return thing;
    }

    @Override
    public void close() {
        for (AutoCloseable thing = opened.poll(); thing != null; thing = opened.poll()) {
            try {
                thing.close();
            } catch (Exception fault) {
                LOG.error("could not close {}", thing.getClass().getSimpleName(), fault);
            }
        }
    }
}
