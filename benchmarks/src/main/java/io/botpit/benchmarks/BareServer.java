package io.botpit.benchmarks;

import io.javalin.Javalin;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a WebSocket server costs that has no limits and no game: Javalin as it comes. It says what it is
 * told; what it is told for all it says to everybody who reads the feed.
 */
final class BareServer {
    /** Where readers of the feed connect, as on Botpit. */
    static final String FEED = "/feed";
    /** Where it is told what is for all, or nothing; the answer is how many readers are connected. */
    static final String ALL = "/all";

    private static final Duration IDLE = Duration.ofMinutes(30);

    private BareServer() {}

    static void main() {
        Set<WsContext> readers = ConcurrentHashMap.newKeySet();
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.host = "127.0.0.1";
            config.jetty.modifyWebSocketServletFactory(factory -> factory.setIdleTimeout(IDLE));
            config.routes.ws(FEED, socket -> socket.onConnect(readers::add));
            config.routes.ws(ALL, socket -> broadcast(socket, readers));
            config.routes.ws("/*", socket -> socket.onMessage(context -> context.send(context.message())));
        });
        server.start(0);
        System.out.println("bare ready http=127.0.0.1:" + server.port());
    }

    private static void broadcast(WsConfig socket, Set<WsContext> readers) {
        socket.onMessage(context -> {
            if (!context.message().isEmpty()) {
                readers.forEach(one -> one.send(context.message()));
            }
            context.send(Long.toString(
                    readers.stream().filter(one -> one.session.isOpen()).count()));
        });
    }
}
