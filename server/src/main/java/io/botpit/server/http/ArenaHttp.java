package io.botpit.server.http;

import io.botpit.protocol.Word;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.link.CloseCode;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Both ports of the server: page, REST and arena protocol on one, the public feed on the other. Closing it says goodbye
 * to every socket with 1001 and then stops listening.
 */
public final class ArenaHttp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArenaHttp.class);
    private static final int GOODBYE_MILLIS_MAX = 1_000;

    private final Liveness liveness;
    private final Javalin main;
    private final Javalin feed;

    private ArenaHttp(Liveness liveness, Javalin main, Javalin feed) {
        this.liveness = liveness;
        this.main = main;
        this.feed = feed;
    }

    /** Starts to serve on ports that are bound already; the listening is then this object's to close. */
    public static ArenaHttp start(Listening listening, ServerConfig config, Doors doors) {
        return start(listening, config, doors, Liveness.Pace.STANDARD);
    }

    static ArenaHttp start(Listening listening, ServerConfig config, Doors doors, Liveness.Pace pace) {
        Liveness liveness = new Liveness(pace);
        SocketRoutes sockets = new SocketRoutes(doors.sockets(), liveness);
        Origins origins =
                new Origins(config.network().allowedOrigins(), config.network().bindAddress());
        Plumbing plumbing = new Plumbing(origins, config.connections(), listening.certificate());
        Predicate<String> socketHere = path -> !isReserved(path);
        Javalin main = Javalin.create(settings -> {
            plumbing.apply(settings, listening.http(), socketHere);
            settings.jetty.modifyServletContextHandler(sockets::both);
            addRoutes(settings.routes, config, doors);
        });
        Javalin feed = Javalin.create(settings -> {
            plumbing.apply(settings, listening.feed(), path -> true);
            settings.jetty.modifyServletContextHandler(sockets::feedAlone);
            settings.routes.get("/*", context -> {
                throw new Problem(426, "feed_only", "this port is the feed: connect with a WebSocket");
            });
            new Failures().addTo(settings.routes);
        });
        doors.meters().gauge("botpit_connections", "Sockets that are open, in connections", liveness::count);
        main.start();
        feed.start();
        return new ArenaHttp(liveness, main, feed);
    }

    static void addRoutes(RoutesConfig routes, ServerConfig config, Doors doors) {
        new Failures().addTo(routes);
        AdminGuard guard = new AdminGuard(doors.admin());
        GameOpening opening = new GameOpening(config.scenarios());
        new AdminApi(guard, doors.lobby(), opening, doors.shutdown()).addTo(routes);
        TournamentOpening cups = new TournamentOpening(config.scenarios());
        new TournamentApi(guard, doors.tournaments(), cups).addTo(routes);
        new ScenarioApi(config.scenarios()).addTo(routes);
        new RestApi(doors.reads()).addTo(routes);
        new GameApi(doors.games()).addTo(routes);
        String durability = Word.of(config.storage().durability());
        new HealthApi(doors.meters(), doors.health(), durability).addTo(routes);
        routes.get("/*", new Pages()::serve);
    }

    private static boolean isReserved(String path) {
        return path.startsWith("/api/") || path.startsWith("/health/") || path.equals("/metrics");
    }

    public int httpPort() {
        return main.port();
    }

    public int feedPort() {
        return feed.port();
    }

    /** Says goodbye to all sockets; no new ones are let in by the sessions from then on. */
    public void hangUp() {
        liveness.open().forEach(link -> link.close(CloseCode.GOING_AWAY, "the server goes down"));
        if (!liveness.awaitNobody(GOODBYE_MILLIS_MAX)) {
            LOG.info("{} connections did not answer the goodbye", liveness.count());
        }
    }

    @Override
    public void close() {
        hangUp();
        main.stop();
        feed.stop();
        liveness.close();
    }
}
