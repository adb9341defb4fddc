package io.botpit.bots;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A wire over a WebSocket. Frames are sent one after the other by the JDK's own threads, which also call the listener;
 * any thread may send or close. It does not connect again: that is for {@link BotRunner}.
 */
public final class WebSocketWire implements Wire {
    /** Frames that may wait to be sent; one more and the wire hangs up, since nobody reads at the other end. */
    public static final int FRAMES_WAITING_MAX = 1_000;

    /** Characters of a frame that comes in; a longer one ends the connection. */
    public static final int FRAME_CHARS_MAX = 8 << 20;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final WebSocket socket;
    private final Ears ears;
    private CompletableFuture<?> lastSent = CompletableFuture.completedFuture(null);
    private int waiting;

    private WebSocketWire(WebSocket socket, Ears ears) {
        this.socket = socket;
        this.ears = ears;
    }

    /** Dials {@code ws://} or {@code wss://} addresses. */
    public static Wire.Dialer to(URI uri) {
        return to(uri, HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build());
    }

    /**
     * Dials with a client of one's own.
     *
     * @param client knows whom to trust, where the server has a certificate of its own making
     */
    public static Wire.Dialer to(URI uri, HttpClient client) {
        return listener -> {
            Ears ears = new Ears(listener);
            try {
                WebSocket socket = client.newWebSocketBuilder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .buildAsync(uri, ears)
                        .join();
                return new WebSocketWire(socket, ears);
            } catch (CompletionException failed) {
                throw new IOException("cannot connect to " + uri + ": " + failed.getCause(), failed);
            }
        };
    }

    @Override
    public synchronized void send(String text) {
        if (ears.hungUp.get()) {
            return;
        }
        if (waiting >= FRAMES_WAITING_MAX) {
            hangUp("the server does not read");
            return;
        }
        waiting++;
        lastSent = lastSent.thenCompose(_ -> socket.sendText(text, true)).whenComplete(this::sent);
    }

    private synchronized void sent(@Nullable Object socketAgain, @Nullable Throwable failure) {
        waiting--;
        if (failure != null) {
            hangUp("cannot send: " + failure.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        if (ears.hangUp("closed by the bot")) {
            lastSent = lastSent.thenCompose(_ -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""))
                    .whenComplete((_, _) -> socket.abort());
        }
    }

    private void hangUp(String reason) {
        socket.abort();
        ears.hangUp(reason);
    }

    /** Puts the pieces of a frame together. The JDK calls it with one piece at a time. */
    private static final class Ears implements WebSocket.Listener {
        private final Wire.Listener listener;
        private final AtomicBoolean hungUp = new AtomicBoolean();
        private final StringBuilder frame = new StringBuilder();

        private Ears(Wire.Listener listener) {
            this.listener = listener;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            if (frame.length() + part.length() > FRAME_CHARS_MAX) {
                socket.abort();
                hangUp("a frame of more than " + FRAME_CHARS_MAX + " characters");
                return null;
            }
            frame.append(part);
            if (last && !hungUp.get()) {
                listener.onText(frame.toString());
            }
            if (last) {
                frame.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            hangUp("closed by the server: " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            hangUp("broken: " + failure.getMessage());
        }

        /** True for the one that came first. */
        private boolean hangUp(String reason) {
            boolean first = hungUp.compareAndSet(false, true);
            if (first) {
                listener.onClose(reason);
            }
            return first;
        }
    }
}
