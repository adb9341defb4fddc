package io.botpit.server.http;

import io.botpit.server.loop.Errand;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ties Jetty's sockets to their peers. Jetty hands the frames of one connection over one at a time: it asks for the
 * next when the handler has returned.
 */
final class SocketRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(SocketRoutes.class);

    private static final String ENDS = "botpit.ends";

    private final Sockets sockets;
    private final Liveness liveness;

    /** Both ends of a connection. */
    private record Ends(SocketLink link, Sockets.Peer peer) {}

    SocketRoutes(Sockets sockets, Liveness liveness) {
        this.sockets = sockets;
        this.liveness = liveness;
    }

    void arena(WsConfig ws) {
        serve(ws, (_, link) -> sockets.arena(link));
    }

    void feed(WsConfig ws) {
        serve(
                ws,
                (context, link) ->
                        sockets.feed(context.queryParam("game"), "spectator".equals(context.queryParam("view")), link));
    }

    private void serve(WsConfig ws, BiFunction<WsConnectContext, SocketLink, Sockets.Peer> open) {
        ws.onConnect(context -> {
            SocketLink link = new SocketLink(context.session, liveness::afterFarewell);
            liveness.watch(link);
            context.attribute(ENDS, new Ends(link, open.apply(context, link)));
        });
        ws.onMessage(context ->
                ends(context).ifPresent(ends -> Errand.bring(() -> ends.peer().text(context.message()))));
        ws.onBinaryMessage(
                context -> ends(context).ifPresent(ends -> ends.peer().binary()));
        ws.onClose(context -> ends(context).ifPresent(ends -> {
            liveness.forget(ends.link());
            ends.peer().closed();
        }));
        ws.onError(context -> LOG.debug("socket failed", context.error()));
    }

    private static Optional<Ends> ends(WsContext context) {
        return Optional.ofNullable(context.attribute(ENDS));
    }
}
