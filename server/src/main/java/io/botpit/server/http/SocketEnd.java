package io.botpit.server.http;

import io.botpit.server.link.CloseCode;
import io.botpit.server.loop.Errand;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jetty's end of a socket. Jetty hands the frames of one connection over one at a time: it asks for the next when the
 * method has returned. Public because Jetty looks its methods up from outside.
 */
public final class SocketEnd implements Session.Listener.AutoDemanding {
    private static final Logger LOG = LoggerFactory.getLogger(SocketEnd.class);

    private final Liveness liveness;
    private final Function<SocketLink, Sockets.Peer> open;
    private @Nullable Ends ends;

    /** Both ends of a connection. */
    private record Ends(SocketLink link, Sockets.Peer peer) {}

    /** @param open says who is behind it, once it is there */
    SocketEnd(Liveness liveness, Function<SocketLink, Sockets.Peer> open) {
        this.liveness = liveness;
        this.open = open;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        SocketLink link = new SocketLink(session, liveness::afterFarewell);
        ends = new Ends(link, open.apply(link));
        liveness.watch(link);
    }

    @Override
    public void onWebSocketText(String text) {
        with(ends -> Errand.bring(() -> ends.peer().text(text)));
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        with(ends -> ends.peer().binary());
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        long now = System.nanoTime();
        with(ends -> ends.link().pong(payload, now).ifPresent(ends.peer()::roundTrip));
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        callback.succeed();
        with(ends -> {
            liveness.forget(ends.link());
            ends.peer().closed();
        });
    }

    /** The connection's trouble, not ours: the end follows. */
    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("socket failed", cause);
    }

    /** Nobody is there where opening failed. */
    private void with(Consumer<Ends> news) {
        Ends there = ends;
        if (there == null) {
            return;
        }
        try {
            news.accept(there);
        } catch (RuntimeException fault) {
            LOG.error("what came from a socket could not be taken", fault);
            there.link().close(CloseCode.INTERNAL, "internal");
        }
    }
}
