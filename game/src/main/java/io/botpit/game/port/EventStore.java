package io.botpit.game.port;

import io.botpit.game.Committed;
import java.util.List;

/** The journal of one game, as its loop needs it. Called by one thread at a time. */
public interface EventStore extends AutoCloseable {
    /**
     * Stores a batch, in order, as durably as the store promises; returns when that is done. Nothing of the batch may
     * be shown before. {@link java.lang.RuntimeException} means that the machine is broken: never try again.
     */
    void append(List<Committed> batch);

    @Override
    void close();
}
