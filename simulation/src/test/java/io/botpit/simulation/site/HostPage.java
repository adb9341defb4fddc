package io.botpit.simulation.site;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A page of somebody else's, on an origin of its own, with a view of ours in it. It writes down what the view says. */
final class HostPage implements AutoCloseable {
    private static final String HTML = """
            <!doctype html><meta charset="utf-8"><title>Somebody else</title>
            <link rel="icon" href="data:,">
            <iframe id="view" src="%s" width="900" height="460" sandbox="allow-scripts allow-same-origin"></iframe>
            <ul id="heard"></ul>
            <script>
              addEventListener("message", ({ origin, source, data }) => {
                if (source === document.getElementById("view").contentWindow) {
                  const line = document.createElement("li");
                  line.textContent = origin + " " + JSON.stringify(data);
                  document.getElementById("heard").append(line);
                }
              });
            </script>
            """;

    private final HttpServer server;

    private HostPage(HttpServer server) {
        this.server = server;
    }

    /** @param view the address of what is framed */
    static HostPage around(String view) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] html = HTML.replace("%s", view).getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        server.start();
        return new HostPage(server);
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
