package io.botpit.persistence.journal;

import org.jspecify.annotations.Nullable;

/**
 * A write or a force failed, so nobody knows what is on the disk. The store never tries again: acknowledge nothing,
 * stop, and replay on the next start.
 */
public final class StoreBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
