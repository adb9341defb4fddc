package io.botpit.bots.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.botpit.protocol.rest.Fairness;
import io.botpit.protocol.rest.GameDetail;
import io.botpit.protocol.rest.GameList;
import io.botpit.protocol.rest.GameRow;
import io.botpit.protocol.rest.ProblemBody;
import io.botpit.protocol.rest.RestBody;
import io.botpit.protocol.rest.RestCodec;
import io.botpit.protocol.rest.RulesSummary;
import io.botpit.protocol.rest.StandingRow;
import io.botpit.protocol.rest.TradePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that says over REST what it is told to say, and that there is no such thing to all else. Any thread. */
final class RestScript implements AutoCloseable {
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, RestBody> answers = new ConcurrentHashMap<>();
    private final HttpServer http;

    RestScript() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/api/v1", this::answer);
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** @param path with the query, below {@code /api/v1} */
    void says(String path, RestBody body) {
        answers.put(path, body);
    }

    /** The default game, without trades. */
    void hasGame(String id, String phase) {
        GameRow row = new GameRow(id, id, "classic", phase, 0, new GameRow.Times(null, null, null), true, null, null);
        RulesSummary rules = new RulesSummary(
                2,
                List.of(new RulesSummary.InstrumentRow("BTC/USD", 2, 8)),
                Map.of(),
                List.of(),
                0,
                0,
                false,
                new RulesSummary.Fees(0, 0),
                new RulesSummary.Limits(Map.of(), null, 5_000));
        StandingRow ann = new StandingRow(1, "ann", false, "10000", "0", Map.of("USD", "10000"));
        says(
                "/games/" + id,
                new GameDetail(
                        row,
                        "full",
                        rules,
                        new Fairness(false, 0, null, null, null, null),
                        List.of(),
                        Map.of("BTC/USD", "1000.00"),
                        List.of(ann)));
        says(trades(id, 0), new TradePage(id, List.of(), 0));
        // Last: whoever reads the list finds the rest.
        says("/games", new GameList(List.of(row)));
    }

    static String trades(String game, long after) {
        return "/games/" + game + "/trades?limit=1000&after=" + after;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring("/api/v1".length());
        asked.add(path);
        RestBody told = answers.get(path);
        String body = RestCodec.json(told == null ? ProblemBody.of(404, "not_found", "no such thing here") : told);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(told == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
