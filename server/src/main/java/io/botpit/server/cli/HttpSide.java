package io.botpit.server.cli;

import io.botpit.protocol.rest.ActRequest;
import io.botpit.protocol.rest.GameRow;
import io.botpit.protocol.rest.OpenRequest;
import io.botpit.protocol.rest.ProblemBody;
import io.botpit.protocol.rest.RestCodec;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The REST interface of a running server as the commands use it. {@link Failed} when it does not do what was asked. */
final class HttpSide implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** As many as the server gives at once. */
    private static final int PART_ROWS = 1_000;

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    HttpSide(URI base) {
        this.base = base;
    }

    /** A table of standings as rows by column, read as CSV: it has names and numbers only, so commas only separate. */
    List<Map<String, String>> standings(String game) {
        List<String> lines = send(request("/api/v1/games/" + game + "/standings")
                        .header("Accept", "text/csv")
                        .GET())
                .lines()
                .toList();
        String[] columns = lines.isEmpty() ? new String[0] : lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(columns.length, cells.length); i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** The id of the default game. */
    String defaultGame() {
        return game(GameRow::isDefault)
                .map(GameRow::id)
                .orElseThrow(() -> new Failed("the server has no default game"));
    }

    /** The first game that is wanted, however many there are. */
    Optional<GameRow> game(Predicate<GameRow> wanted) {
        long after = 0;
        while (true) {
            List<GameRow> part = RestCodec.games(send(request("/api/v1/games?limit=" + PART_ROWS + "&after=" + after)
                            .GET()))
                    .games();
            Optional<GameRow> found = part.stream().filter(wanted).findFirst();
            if (found.isPresent() || part.size() < PART_ROWS) {
                return found;
            }
            after += part.size();
        }
    }

    /** Posts an act of the admin; the answer's JSON. */
    String act(String path, String secret, ActRequest body) {
        return post(path, secret, RestCodec.json(body));
    }

    /** The same with a body that is JSON already. */
    String act(String path, String secret, String json) {
        return post(path, secret, json);
    }

    /** What the server shows at a path of its interface. */
    String read(String path, boolean csv) {
        return send(request("/api/v1/" + path)
                .header("Accept", csv ? "text/csv" : "application/json")
                .GET());
    }

    /** Opens a game; likewise. */
    String open(String secret, OpenRequest body) {
        return post("games", secret, RestCodec.json(body));
    }

    /** A text as one segment of a path. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String post(String path, String secret, String json) {
        return send(request("/api/v1/admin/" + path)
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() < 300) {
                return answer.body();
            }
            ProblemBody problem = RestCodec.problem(answer.body());
            throw new Failed(problem.detail() + " (" + problem.code() + ")");
        } catch (IOException e) {
            throw new Failed("no answer from " + base + ": is the server running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
