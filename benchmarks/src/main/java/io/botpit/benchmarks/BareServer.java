package io.botpit.benchmarks;

import io.javalin.Javalin;
import java.time.Duration;

/**
 * What a WebSocket server costs that has no limits and no game: Javalin as it comes. It says what it is
 * told.
 */
final class BareServer {
    private static final Duration IDLE = Duration.ofMinutes(30);

    private BareServer() {}

    static void main() {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.host = "127.0.0.1";
            config.jetty.modifyWebSocketServletFactory(factory -> factory.setIdleTimeout(IDLE));
            config.routes.ws("/*", socket -> socket.onMessage(context -> context.send(context.message())));
        });
        server.start(0);
        System.out.println("bare ready http=127.0.0.1:" + server.port());
    }
}
