package io.botpit.server.http;

import io.botpit.server.config.ServerConfig;
import io.botpit.server.link.CloseCode;
import io.javalin.Javalin;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Optional;

/** The port of a local game: sockets of bots and nothing else, behind the same plumbing as the server's. Any thread. */
public final class BotPort implements AutoCloseable {
    private static final long GOODBYE_MILLIS_MAX = 1_000;

    private final Liveness liveness;
    private final Javalin port;

    private BotPort(Liveness liveness, Javalin port) {
        this.liveness = liveness;
        this.port = port;
    }

    /**
     * Serves on the configured address and port; 0: any free one.
     *
     * @param silence after which a socket is cut from which nothing came, not even an answer to a ping
     * @throws PortTaken if it cannot be had
     */
    public static BotPort open(ServerConfig config, Sockets sockets, Duration silence) {
        ServerConfig.Network network = config.network();
        ServerSocketChannel channel = Listening.bind(network.bindAddress(), network.httpPort(), null);
        Liveness liveness = new Liveness(new Liveness.Pace(Liveness.Pace.STANDARD.ping(), silence));
        Origins origins = new Origins(network.allowedOrigins(), network.bindAddress());
        Plumbing plumbing = new Plumbing(origins, config.connections(), Optional.empty());
        Javalin port = Javalin.create(settings -> {
            plumbing.apply(settings, channel, _ -> true);
            settings.jetty.modifyServletContextHandler(new SocketRoutes(sockets, liveness)::both);
            settings.routes.get("/*", _ -> {
                throw new Problem(426, "bots_only", "a local game has no pages: connect with a WebSocket");
            });
            new Failures().addTo(settings.routes);
        });
        port.start();
        return new BotPort(liveness, port);
    }

    public int number() {
        return port.port();
    }

    @Override
    public void close() {
        liveness.open().forEach(link -> link.close(CloseCode.GOING_AWAY, "the game is over"));
        // Whoever does not answer is cut with the port.
        var _ = liveness.awaitNobody(GOODBYE_MILLIS_MAX);
        port.stop();
        liveness.close();
    }
}
