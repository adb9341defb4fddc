package io.botpit.server.http;

import io.botpit.server.config.ServerConfig;
import io.botpit.server.loop.Errand;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AcceptRateLimit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/**
 * How a port of ours differs from Javalin's and Jetty's defaults: everything has a limit, nothing is compressed on the
 * way ({@link Packing} does it once), no cookies, no version in the answers.
 *
 * <p>Handlers run on virtual threads, because they wait for the game's and the admin door's answers. Not by Javalin's
 * own switch: its pool is unbounded and puts Jetty's selectors on virtual threads, too. Here selectors keep platform
 * threads and at most {@link #TASKS_MAX} handlers run at a time.
 */
final class Plumbing {
    static final int TEXT_BYTES_MAX = 16_384;

    /** Connections of a port that are no sockets; beyond that the oldest is cut. */
    static final int PLAIN_CONNECTIONS_MAX = 1_024;

    private static final int HEADER_BYTES_MAX = 8_192;
    static final int TASKS_MAX = 512;
    private static final int PLATFORM_THREADS_MAX = 32;
    private static final int ACCEPTS_PER_SECOND_MAX = 2_000;
    private static final Duration REQUEST_IDLE = Duration.ofSeconds(30);
    private static final Duration HEADER_LIMIT = Duration.ofSeconds(5);
    private static final Duration STRICT_TRANSPORT = Duration.ofDays(365);

    private final Origins origins;
    private final ServerConfig.Connections limits;
    private final Optional<Certificate> certificate;

    Plumbing(Origins origins, ServerConfig.Connections limits, Optional<Certificate> certificate) {
        this.origins = origins;
        this.limits = limits;
        this.certificate = certificate;
    }

    /** Applies it to one port; {@code isSocketPath} says which paths may be upgraded. */
    void apply(JavalinConfig config, ServerSocketChannel port, Predicate<String> isSocketPath) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = FrontDoor.BODY_BYTES_MAX;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool = threads();
        config.jetty.modifyServer(server -> prepare(server, isSocketPath));
        config.jetty.modifyHttpConfiguration(Plumbing::limitRequests);
        config.jetty.modifyServletContextHandler(Plumbing::prepare);
        config.jetty.addConnector((server, http) -> connector(server, http, port));
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(PLATFORM_THREADS_MAX, 2);
        pool.setName("botpit-http");
        // Who reads frames takes the turns they cause. Jetty interrupts no virtual thread: journals may be written
        // there.
        VirtualThreadPool virtual = new VirtualThreadPool() {
            @Override
            public void execute(Runnable task) {
                super.execute(() -> Errand.run(task));
            }
        };
        virtual.setName("botpit-http-");
        virtual.setMaxConcurrentTasks(TASKS_MAX);
        pool.setVirtualThreadsExecutor(virtual);
        return pool;
    }

    private void prepare(Server server, Predicate<String> isSocketPath) {
        server.setHandler(new FrontDoor(origins, isSocketPath));
        server.setErrorHandler(new PlainErrors());
    }

    private static void prepare(ServletContextHandler context) {
        context.getSessionHandler().setSessionTrackingModes(Set.of());
        context.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle event) {
                WebSocketServerComponents.ensureWebSocketComponents(context.getServer(), context)
                        .getExtensionRegistry()
                        .unregister("permessage-deflate");
            }
        });
    }

    private static void limitRequests(HttpConfiguration http) {
        http.setRequestHeaderSize(HEADER_BYTES_MAX);
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
    }

    /**
     * Only the last resort: who cannot be accepted cannot be told from a trader. So there is room for all who have a
     * place, for pages, and for those that were sent away and did not let go yet.
     */
    private int networkConnectionsMax() {
        int sentAway = ACCEPTS_PER_SECOND_MAX * (int) Liveness.FAREWELL.toSeconds();
        return limits.max() + PLAIN_CONNECTIONS_MAX + sentAway;
    }

    private ServerConnector connector(Server server, HttpConfiguration http, ServerSocketChannel port) {
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector = certificate.isPresent()
                ? new ServerConnector(
                        server, 1, 1, new SslConnectionFactory(certificate.get().port(), "http/1.1"), plain)
                : new ServerConnector(server, 1, 1, plain);
        if (certificate.isPresent()) {
            // Bots often connect by address: a name that differs from the certificate's is theirs to judge.
            SecureRequestCustomizer secure = new SecureRequestCustomizer(false);
            // Browsers then come by TLS alone; this host only, its neighbours may have no certificate.
            secure.setStsMaxAge(STRICT_TRANSPORT.toSeconds());
            http.addCustomizer(secure);
        }
        connector.setIdleTimeout(REQUEST_IDLE.toMillis());
        connector.addBean(new PlainConnections(connector.getScheduler(), HEADER_LIMIT, PLAIN_CONNECTIONS_MAX));
        connector.addBean(new NetworkConnectionLimit(networkConnectionsMax(), connector));
        connector.addBean(new AcceptRateLimit(ACCEPTS_PER_SECOND_MAX, 1, TimeUnit.SECONDS, connector));
        try {
            connector.open(port);
        } catch (IOException e) {
            throw new IllegalStateException("the port is bound already", e);
        }
        return connector;
    }
}
