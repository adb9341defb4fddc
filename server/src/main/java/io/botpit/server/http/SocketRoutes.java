package io.botpit.server.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.jspecify.annotations.Nullable;

/**
 * Which peer is behind which path of a port. Sockets go by Javalin: it hands no pong over, and makes an HTTP session for
 * each handshake.
 */
final class SocketRoutes {
    private static final int OUTGOING_FRAMES_MAX = 256;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Sockets sockets;
    private final Liveness liveness;

    /** Reads from a handshake who is to be behind it. */
    @FunctionalInterface
    private interface Route {
        Function<SocketLink, Sockets.Peer> of(JettyServerUpgradeRequest request);
    }

    SocketRoutes(Sockets sockets, Liveness liveness) {
        this.sockets = sockets;
        this.liveness = liveness;
    }

    /** The feed on its own path, and the arena behind all others. */
    void both(ServletContextHandler context) {
        serve(context, Map.of("/feed", this::feed, "/*", _ -> sockets::arena));
    }

    /** The feed behind every path. */
    void feedAlone(ServletContextHandler context) {
        serve(context, Map.of("/*", this::feed));
    }

    private void serve(ServletContextHandler context, Map<String, Route> byPath) {
        JettyWebSocketServletContainerInitializer.configure(context, (_, container) -> {
            limitFrames(container);
            byPath.forEach((path, route) ->
                    container.addMapping(path, (request, _) -> new SocketEnd(liveness, route.of(request))));
        });
    }

    private static void limitFrames(JettyWebSocketServerContainer container) {
        container.setMaxTextMessageSize(Plumbing.TEXT_BYTES_MAX);
        container.setMaxBinaryMessageSize(Plumbing.TEXT_BYTES_MAX);
        container.setMaxOutgoingFrames(OUTGOING_FRAMES_MAX);
        container.setIdleTimeout(IDLE);
    }

    private Function<SocketLink, Sockets.Peer> feed(JettyServerUpgradeRequest request) {
        String game = parameter(request, "game");
        boolean spectator = "spectator".equals(parameter(request, "view"));
        return link -> sockets.feed(game, spectator, link);
    }

    private static @Nullable String parameter(JettyServerUpgradeRequest request, String name) {
        List<String> values = request.getParameterMap().getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }
}
