package io.botpit.server.link;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection's way out. Implemented by each transport; called by one thread at a time, never blocks, never throws:
 * what goes wrong is told to {@code done}.
 */
public interface Link {
    /**
     * Sends one text frame.
     *
     * @param done called once, on any thread, when the transport took the frame (null) or failed; a slow reader is
     *     recognised by how late this comes
     */
    void send(String frame, Consumer<@Nullable Throwable> done);

    /**
     * Sends frames in order, with one flush where the transport knows how.
     *
     * @param done called once, after the last
     */
    default void sendAll(Frames frames, Consumer<@Nullable Throwable> done) {
        List<String> texts = frames.texts();
        // A frame that failed is followed by others that fail: the last one tells.
        texts.subList(0, texts.size() - 1).forEach(text -> send(text, failure -> {}));
        send(texts.getLast(), done);
    }

    /** Ends the connection with a WebSocket close code; more than once has no effect. */
    void close(int code, String reason);

    /** The remote address without port, for limits and the audit record. */
    String address();
}
