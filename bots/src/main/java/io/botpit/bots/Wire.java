package io.botpit.bots;

import java.io.IOException;

/**
 * A way to a server and back: text out here, text in at the {@link Listener}. A WebSocket in the field, an in-process
 * pair for the house's bots, a transcript in a test.
 */
public interface Wire {
    /** Sends one frame; any thread, frames keep their order. Does not wait. On a closed wire it does nothing. */
    void send(String text);

    /** Hangs up; may be called more than once, from any thread. The listener still hears {@code onClose}, once. */
    void close();

    /** The bot's end. Called by one thread at a time, frames in order; must not block. */
    interface Listener {
        void onText(String text);

        /**
         * Nothing comes any more. Called once, last.
         *
         * @param reason for people
         */
        void onClose(String reason);
    }

    /** Opens wires: one per attempt to connect. */
    @FunctionalInterface
    interface Dialer {
        /** Blocks until the wire is open; {@link IOException} if nobody answers. Frames may come in before it returns. */
        Wire open(Listener listener) throws IOException;
    }
}
