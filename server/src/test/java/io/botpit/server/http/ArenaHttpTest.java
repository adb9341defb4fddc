package io.botpit.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GamePhase;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArenaHttpTest {
    private Pit pit;

    @BeforeAll
    void open() {
        pit = Pit.open();
    }

    @AfterAll
    void close() {
        pit.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/games", "/nowhere", "/api/v1/games/g1/log", "/health/live"})
    void everyAnswerProtectsThePage(String path) throws Exception {
        HttpResponse<String> answer = pit.get(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains(SecurityHeaders.POLICY);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().map())
                .doesNotContainKeys("set-cookie", "server", "x-powered-by", "strict-transport-security");
    }

    @Test
    void gamesAreJsonWithATag() throws Exception {
        HttpResponse<String> first = pit.get("/api/v1/games");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = pit.get("/api/v1/games", "If-None-Match", tag);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(first.body())
                .isEqualTo("{\"games\":[{\"id\":\"g1\",\"title\":\"=one, two\",\"preset\":\"classic\","
                        + "\"phase\":\"running\",\"players\":1,\"startedAt\":5,\"endsAt\":null,\"leftMs\":null,"
                        + "\"default\":true,\"winner\":\"ann\",\"winnerScore\":\"-0.50\"}]}");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void listsAreCsvWhereThatIsAskedFor() throws Exception {
        assertThat(pit.get("/api/v1/games", "Accept", "text/csv").body())
                .isEqualTo(lines(
                        "id,title,preset,phase,players,startedAt,endsAt,leftMs,default,winner,winnerScore",
                        "g1,\"'=one, two\",classic,running,1,5,,,true,ann,-0.50"));
        HttpResponse<String> table = pit.get("/api/v1/games/g1/standings", "Accept", "text/csv, */*;q=0.1");
        assertThat(table.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(table.body())
                .isEqualTo(lines("place,name,house,equity,score,wallet.USD", "1,ann,false,1.00,-0.50,1.00"));
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/games/none/standings          | 404 | not_found         | no such thing here
            /api/v1/games/NO%20GAME               | 404 | not_found         | no such game
            /api/v1/bots/nobody                   | 404 | not_found         | no such thing here
            /api/v1/games/g1?limit=5              | 400 | invalid_parameter | query: only none may be given
            /api/v1/games?limit=1001              | 400 | invalid_parameter | limit: must be a whole number from 1 to 1000
            /api/v1/games/g1/trades?limit=0       | 400 | invalid_parameter | limit: must be a whole number from 1 to 1000
            /api/v1/games/g1/trades?limit=1e3     | 400 | invalid_parameter | limit: must be a whole number from 1 to 1000
            /api/v1/games/g1/trades?limit=1&limit=2 | 400 | invalid_parameter | limit: may be given once
            /api/v1/games/g1/trades?after=-1      | 400 | invalid_parameter | after: must be a whole number from 0 to
            /api/v1/games?phase=over,gone         | 400 | invalid_parameter | phase: must be a comma list of lobby, running,
            /api/v1/games?phase=RUNNING           | 400 | invalid_parameter | phase: must be a comma list of lobby, running,
            /api/v1/games?name=ann                | 400 | invalid_parameter | query: only [after, bot, limit, phase, q] may be
            /api/v1/bots?bot=ann                  | 400 | invalid_parameter | query: only [after, limit, q] may be given
            /api/v1/games/busy/log                | 503 | busy              | it is being made
            /api/v1/games/lost                    | 410 | game_lost         | its journal is damaged
            /api/v1/games/lost/log                | 410 | log_lost          | another engine played it
            /api/v1/games/g1/replay               | 409 | game_goes_on      | the game is not over
            /api/v1/games/g1/replay?t=5           | 400 | invalid_parameter | query: only none may be given
            /api/v1/games/busy/replay             | 503 | busy              | it is being made
            /api/v1/games/lost/replay             | 410 | replay_lost       | another engine played it
            /api/v1/games/none/replay             | 404 | not_found         | no such thing here
            /api/v1/games/g1/report               | 409 | game_goes_on      | the game is not over
            /api/v1/games/busy/report             | 503 | busy              | it is being made
            /api/v1/games/lost/report             | 410 | report_lost       | another engine played it
            /api/v1/games/busy/bots/ann           | 503 | busy              | it is being made
            /api/v1/games/lost/bots/ann           | 410 | log_lost          | another engine played it
            /api/v1/games/none/bots/ann           | 404 | not_found         | no such thing here
            /api/v1/games/g1/bots/ann/log         | 401 | token_required    | send 'Authorization: Bearer TOKEN'
            /api/v1/games/none/log                | 404 | not_found         | no such thing here
            /api/v1/games/g1/log                  | 500 | internal          | something broke here
            /api/v2/games                         | 404 | not_found         | no such page
            /admin/env                            | 404 | not_found         | no such page
            /contest                              | 404 | not_found         | no such page
            /bots/ann                             | 404 | not_found         | no such page
            /live/g1/x                            | 404 | not_found         | no such page
            /doc                                  | 404 | not_found         | no such page
            /doc.html                             | 404 | not_found         | no such page
            /docs/nothing                         | 404 | not_found         | no such page
            /docs/images/live                     | 404 | not_found         | no such page
            /actuator/env                         | 404 | not_found         | no such page
            """)
    void refusalsAreProblems(String path, int status, String code, String detail) throws Exception {
        HttpResponse<String> answer = pit.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":" + status, "\"code\":\"" + code + "\"", "\"detail\":\"" + detail)
                .doesNotContain("IllegalState");
    }

    @Test
    void anOwnLogIsForTheBearerOfTheBotsToken() throws Exception {
        String log = "/api/v1/games/g1/bots/ann/log";

        assertThat(pit.get(log, "Authorization", "Bearer token of bob").body()).contains("\"code\":\"token_wrong\"");
        assertThat(pit.get(log, "Authorization", "Basic token of ann").body()).contains("\"code\":\"token_required\"");
        assertThat(pit.get(log, "Authorization", "Bearer token of ann").body()).contains("\"code\":\"game_goes_on\"");
    }

    @Test
    void listsAreSearched() throws Exception {
        pit.searches.clear();

        pit.get("/api/v1/games");
        pit.get("/api/v1/games?q=Cup%201&phase=paused,over&bot=ann");

        assertThat(pit.searches)
                .containsExactly(
                        new ArenaReads.Search("", Set.of(GamePhase.values()), Optional.empty()),
                        new ArenaReads.Search(
                                "Cup 1",
                                Set.of(GamePhase.PAUSED, GamePhase.ENDED, GamePhase.VOID),
                                Optional.of("ann")));
        assertThat(pit.get("/api/v1/bots?q=an&limit=3", "Accept", "text/csv").body())
                .isEqualTo(lines("name,house,games,wins,online,playing", "an,false,3,0,true,"));
        assertThat(pit.get("/api/v1/bots?q=" + "x".repeat(65)).body()).contains("q: must have at most 64 characters");
    }

    @Test
    void partsHaveALimit() throws Exception {
        assertThat(pit.get("/api/v1/games/g1/trades?limit=7&after=100").body()).contains("\"next\":107");
        assertThat(pit.get("/api/v1/games/g1/trades").body()).contains("\"next\":100");
    }

    @Test
    void aWrongMethodIsToldWhichAreRight() throws Exception {
        HttpResponse<String> answer =
                pit.client.send(pit.at("/api/v1/games").DELETE().build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
        assertThat(answer.body()).contains("\"code\":\"method_not_allowed\"");
    }

    @Test
    void aMethodInDisguiseIsRefused() throws Exception {
        HttpResponse<String> answer = pit.get("/api/v1/admin/shutdown", "X-HTTP-Method-Override", "POST");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("method_override_refused");
        assertThat(pit.shutdown.getCount()).isOne();
    }

    @Test
    void headIsGetWithoutABody() throws Exception {
        HttpResponse<String> head = pit.client.send(
                pit.at("/api/v1/games")
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void healthAndNumbersAreShown() throws Exception {
        assertThat(pit.get("/health/live").body())
                .isEqualTo("{\"status\":\"up\",\"durability\":\"process\",\"checks\":{\"process\":\"ok\"}}");
        assertThat(pit.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(pit.get("/metrics").body()).contains("botpit_connections", "botpit_orders_rejected_total{reason=");
        pit.health.put("database", "no connection");
        try {
            assertThat(pit.get("/health/ready").statusCode()).isEqualTo(503);
        } finally {
            pit.health.put("database", "ok");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"preset":"chess"}                       | preset: must be one of classic, open-market, ranked
            {"title":" "}                            | title: must have 1 to 64 characters
            {"title":"one\\ntwo"}                    | title: must have no control characters
            {"title":"\\u009bone"}                   | title: must have no control characters
            {"seconds":-1}                           | seconds: must be a whole number from 0 to 2592000, 0 for no limit
            {"seconds":2592001}                      | seconds: must be a whole number from 0 to 2592000, 0 for no limit
            {"userLimit":100001}                     | userLimit: must be a whole number from 0 to 100000, 0 for no limit
            {"userLimit":1,"whitelist":["a","b"]}    | userLimit: must not be below the 2 names of whitelist
            {"whitelist":["a","A"]}                  | whitelist: entry 2 stands there already
            {"whitelist":["a","no name"]}            | whitelist: entry 2 cannot be a player's name: 1 to 64 letters
            {"whitelist":["admin"]}                  | whitelist: entry 1 cannot be a player's name: 1 to 64 letters
            {"whitelist":[null]}                     | whitelist: entry 1 cannot be a player's name: 1 to 64 letters
            {"whitelist":"ann"}                      | whitelist has the wrong form: the body must be a JSON object
            {"closing":{"valuation":"mid"}}          | closing.valuation: must be one of last-mark, reference, book-loo, liquidate
            {"closing":{"windowMs":5}}               | closing: closing_window_ms, closing_spread_ms and closing_calm_ms must be 0 for
            {"closing":{"valuation":"liquidate","windowMs":0}} | closing: closing_window_ms must be 1 to 3600000 for valuation liquidate
            {"closing":{"valuation":"liquidate","windowMs":9,"calmMs":10}} | closing: closing_calm_ms must be at most the 9
            {"closing":{"calmMs":-1}}                | closing: closing_calm_ms must be 0 to 3600000: -1
            {"limits":{"positionMax":{"DOGE":5}}}    | limits: position_max must name coins of the game, which are BTC, ETH
            {"limits":{"positionMax":{"USD":5}}}     | limits: position_max must name coins of the game, which are BTC, ETH
            {"limits":{"positionMax":{"BTC":0}}}     | limits: position_max of BTC must be more than 0 and less than 46116860184.27387903: leave it out
            {"limits":{"positionMax":{"ETH":-1}}}    | limits: position_max of ETH must be more than 0
            {"limits":{"positionMax":{"BTC":46116860184.27387903}}} | limits: position_max of BTC must be more than 0 and less than
            {"limits":{"positionMax":{"BTC":1e999999999}}} | limits: position_max of BTC must be more than 0 and less than
            {"limits":{"positionMax":{"BTC":1e-999999999}}} | limits: position_max of BTC must have at most the 8 decimals of BTC
            {"limits":{"positionMax":{"BTC":50.123456789}}} | limits: position_max of BTC must have at most the 8 decimals of BTC
            {"limits":{"positionMax":{"BTC":"9.99999999"}}} | limits: position_max of BTC must be at least the 10.00000000 that everybody starts with
            {"limits":{"positionMax":{"BTC":null}}}  | limits: position_max must have a number for each coin it names
            {"limits":{"positionMax":{"BTC":"many"}}} | limits has the wrong form: the body must be a JSON object
            {"limits":{"positionMax":["BTC"]}}       | limits has the wrong form: the body must be a JSON object
            {"limits":{"positions":{"BTC":50}}}      | limits has the wrong form: the body must be a JSON object
            {"limits":{"notionalMax":0}}             | limits: notional_open_max must be more than 0 and less than 461168601.8427387903: leave it out
            {"limits":{"notionalMax":1e-11}}         | limits: notional_open_max must have at most the 10 decimals of USD
            {"limits":{"ordersMax":0}}               | limits: orders_open_max must be a whole number from 1 to 5000
            {"limits":{"ordersMax":5001}}            | limits: orders_open_max must be a whole number from 1 to 5000
            {"closing":{"valuation":"liquidate","positionPercent":50}} | limits: closing_position_percent must be 100 in a game without position_max
            {"default":{}}                           | default has the wrong form: the body must be a JSON object
            """)
    void aGameThatCannotBeIsRefusedByTheNameOfItsField(String json, String detail) throws Exception {
        pit.acts.clear();

        HttpResponse<String> answer = pit.post("/api/v1/admin/games", Pit.SECRET, json);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"detail\":\"" + detail);
        assertThat(pit.acts).isEmpty();
    }

    @Test
    void aWhitelistHasAtMostFiveHundredNames() throws Exception {
        String names =
                IntStream.rangeClosed(1, 501).mapToObj(i -> "\"p" + i + "\"").collect(Collectors.joining(","));

        HttpResponse<String> answer = pit.post("/api/v1/admin/games", Pit.SECRET, "{\"whitelist\":[" + names + "]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("whitelist: may have at most 500 names");
    }

    @Test
    void aShutdownIsOnRecordBeforeItIsDone() throws Exception {
        try (Pit other = Pit.open()) {
            HttpResponse<String> answer = pit.client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + other.http.httpPort() + "/api/v1/admin/shutdown"))
                            .header("Authorization", "Bearer " + Pit.SECRET)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(other.acts).containsExactly("admin 127.0.0.1: shutdown");
            assertThat(other.shutdown.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Anybody can write one: what is limited and recorded by address goes by the connection. */
    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For, 203.0.113.9",
        "X-Real-IP, 203.0.113.9",
        "Forwarded, for=203.0.113.9;proto=https;host=pit.example",
        "True-Client-IP, 203.0.113.9"
    })
    void noHeaderChangesTheAddress(String header, String forged) throws Exception {
        pit.acts.clear();
        pit.knocks.clear();

        HttpResponse<String> answer = pit.client.send(
                pit.at("/api/v1/admin/games/g1/start")
                        .headers(header, forged, "Authorization", "Bearer " + Pit.SECRET)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        try (RawSocket socket = new RawSocket(pit.http.httpPort())) {
            assertThat(socket.upgrade("/", header + ": " + forged + "\r\n")).startsWith("HTTP/1.1 101 ");
            Awaitility.await().until(() -> pit.links.size() == 1);

            assertThat(pit.links.getFirst().address()).isEqualTo("127.0.0.1");
        }
        Awaitility.await().until(pit.links::isEmpty);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(pit.knocks).containsExactly("127.0.0.1");
        assertThat(pit.acts).containsExactly("admin 127.0.0.1: Start[]");
    }

    @Test
    void onlyTheBearerOfTheSecretActs() throws Exception {
        pit.acts.clear();

        HttpResponse<String> without = pit.client.send(
                pit.at("/api/v1/admin/games/g1/pause")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> wrong = pit.post("/api/v1/admin/games/g1/pause", "guess", "");
        HttpResponse<String> limited = pit.post("/api/v1/admin/games/g1/pause", "once too often", "");

        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("secret_wrong").doesNotContain("guess");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("2");
        assertThat(pit.get("/api/v1/admin/games/g1/pause", "Authorization", "Bearer " + Pit.SECRET)
                        .statusCode())
                .isEqualTo(405);
        assertThat(pit.acts).isEmpty();
    }

    @Test
    void aLargeBodyIsRefused() throws Exception {
        HttpResponse<String> answer = pit.post("/api/v1/admin/announce", Pit.SECRET, "x".repeat(100_000));

        assertThat(answer.statusCode()).isEqualTo(413);
    }
}
