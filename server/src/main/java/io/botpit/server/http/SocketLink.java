package io.botpit.server.http;

import io.botpit.server.link.Frames;
import io.botpit.server.link.Link;
import io.botpit.server.link.Wire;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.WebSocketConstants;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket connection as the rest of the server sees it. Frames go to Jetty with a callback, never through Javalin's
 * own {@code send}, which would not tell when it fails. Sending: one thread at a time; the rest: any thread.
 */
final class SocketLink implements Link {
    private static final int REASON_CHARS_MAX = 120;
    /** Jetty cuts a longer frame in pieces. */
    private static final long WHOLE_BYTES_MAX = WebSocketConstants.DEFAULT_MAX_FRAME_SIZE;

    private final Session session;
    private final Consumer<Runnable> farewell;
    private final AtomicBoolean closing = new AtomicBoolean();
    private long bytesHeard;
    private long heardAtNanos = System.nanoTime();
    /** When the newest ping left, which is what it carries; 0: it came back. */
    private final AtomicLong pingedAtNanos = new AtomicLong();

    /** @param farewell does something once the peer had its time to answer our close frame */
    SocketLink(Session session, Consumer<Runnable> farewell) {
        this.session = session;
        this.farewell = farewell;
    }

    @Override
    public void send(String frame, Consumer<@Nullable Throwable> done) {
        session.sendText(frame, Callback.from(() -> done.accept(null), done));
    }

    @Override
    public void sendAll(Frames frames, Consumer<@Nullable Throwable> done) {
        CoreSession core = core();
        Wire wire = frames.wire();
        if (core == null || wire.longestBytes() > WHOLE_BYTES_MAX) {
            Link.super.sendAll(frames, done);
            return;
        }
        core.sendFrame(new Train(wire), org.eclipse.jetty.util.Callback.from(() -> done.accept(null), done), false);
    }

    @Override
    public void close(int code, String reason) {
        if (closing.compareAndSet(false, true) && session.isOpen()) {
            session.close(code, reason.substring(0, Math.min(reason.length(), REASON_CHARS_MAX)), Callback.NOOP);
            // However much it still sends: it keeps a place of somebody else.
            farewell.accept(session::disconnect);
        }
    }

    @Override
    public String address() {
        return session.getRemoteSocketAddress() instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : "unknown";
    }

    /** Asks the peer for a sign of life, or cuts it if there was none for too long. Only the pinging thread. */
    void ping(Duration silence) {
        long bytes = bytesIn();
        long now = System.nanoTime();
        if (bytes != bytesHeard) {
            bytesHeard = bytes;
            heardAtNanos = now;
        }
        if (now - heardAtNanos > silence.toNanos()) {
            session.disconnect();
        } else if (session.isOpen()) {
            pingedAtNanos.set(now);
            session.sendPing(ByteBuffer.allocate(Long.BYTES).putLong(now).flip(), Callback.NOOP);
        }
    }

    /**
     * A pong came: the microseconds since its ping left, if it is the answer to the newest one. Any thread.
     *
     * @param now in nanoseconds of this JVM
     */
    OptionalLong pong(ByteBuffer payload, long now) {
        if (payload.remaining() != Long.BYTES) {
            return OptionalLong.empty();
        }
        long sent = payload.getLong();
        return sent != 0 && pingedAtNanos.compareAndSet(sent, 0)
                ? OptionalLong.of(TimeUnit.NANOSECONDS.toMicros(now - sent))
                : OptionalLong.empty();
    }

    /** Javalin shows Jetty's plain session; only the core session below it counts what came in. */
    private long bytesIn() {
        return core() instanceof WebSocketCoreSession core
                ? core.getConnection().getBytesIn()
                : 0;
    }

    private @Nullable CoreSession core() {
        return session instanceof WebSocketSession plain ? plain.getCoreSession() : null;
    }

    /**
     * Many frames that Jetty takes for one: it writes the head of the first, and then all that it believes to be the text
     * of it. Behind that text stand the other frames, heads included. One by one they would cost it more than all of the rest.
     */
    private static final class Train extends Frame {
        private final int firstBytes;

        private Train(Wire wire) {
            super(OpCode.TEXT, wire.bytes().duplicate());
            firstBytes = wire.firstBytes();
        }

        @Override
        public int getPayloadLength() {
            return firstBytes;
        }
    }
}
