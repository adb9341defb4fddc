package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GameId;
import io.botpit.persistence.DataFolder;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.server.Main;
import io.botpit.simulation.arena.ServerProcess.Finished;
import io.botpit.simulation.arena.ServerProcess.Launch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rated game in a real server, which logs all it can: until its end everything that comes out of it is searched for
 * the seed, and what is for the public for the names of those who trade.
 */
final class RatedGameTest {
    private static final GameId GAME = new GameId("g1");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path data;

    private final Map<String, String> seen = new LinkedHashMap<>();
    private final Map<String, String> publicly = new LinkedHashMap<>();

    @Test
    void theSeedAndTheCounterpartiesAreOutAfterTheEndAndNotBefore() throws Exception {
        Launch loud = new Launch(
                Main.class,
                List.of("env", "BOTPIT_LOG=TRACE"),
                data,
                List.of("--preset", "ranked", "--house-bots", "market-maker:1"));
        try (ServerProcess server = ServerProcess.start(loud);
                Bot feed = Bot.connect(server.feedPort());
                Bot page = Bot.connect(server.feedPort(), "/?view=spectator")) {
            try (Bot ann = Bot.connect(server.port());
                    Bot bob = Bot.connect(server.port())) {
                trade(ann, bob);
                Awaitility.await()
                        .until(() -> get(server, "/api/v1/games/g1/trades").contains("\"price\""));
                hear("player ann", ann, seen);
                hear("player bob", bob, seen);
            }
            hear("feed", feed, publicly);
            hear("page", page, publicly);
            reads(server);
            JournalHead head = head();

            seen.putAll(publicly);
            seen.put("log", server.log());
            seen.forEach((where, text) -> assertHasNo(head, where, text));
            publicly.forEach(RatedGameTest::assertNamesNobodyInTheMarket);
            assertThat(game(server).get("fairness").get("seed").isNull()).isTrue();
            revealedAfter(server, head);
            server.terminate();
        }
        Finished verified = ServerProcess.runHere("verify", data.toString());
        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
    }

    private void trade(Bot ann, Bot bob) throws Exception {
        JsonNode registered = ann.ask("register", Map.of("username", "ann"));
        assertOk(registered, "Registered");
        assertOk(bob.ask("register", Map.of("username", "bob")), "Registered");
        for (Bot bot : List.of(ann, bob)) {
            Map<String, ?> all = Map.of("channels", List.of("orders", "fills", "trades", "book", "game"));
            assertOk(bot.ask("subscribe", all), "Subscribed.");
            seen.put("hello " + seen.size(), bot.ask("hello", Map.of()).toString());
            seen.put("games " + seen.size(), bot.ask("games", Map.of()).toString());
        }
        seen.put("sell", ann.ask("sell", Map.of("price", "990", "size", "1")).toString());
        seen.put("buy", bob.ask("buy", Map.of("price", "990", "size", "1")).toString());
        seen.put("rest", ann.ask("sell", Map.of("price", "1100", "size", "1")).toString());
        seen.put("standings", bob.ask("standings", Map.of()).toString());
    }

    private void reads(ServerProcess server) throws Exception {
        for (String path : List.of(
                "/metrics",
                "/health/ready",
                "/api/v1/games",
                "/api/v1/now",
                "/api/v1/games/g1",
                "/api/v1/games/g1/log",
                "/api/v1/games/g1/trades",
                "/api/v1/games/g1/standings",
                "/api/v1/games/g1/bots/ann",
                "/api/v1/games/g1/bots/bob",
                "/api/v1/games/g1/replay",
                "/api/v1/bots",
                "/api/v1/bots/ann",
                "/api/v1/leaderboard")) {
            publicly.put(path, get(server, path));
        }
        HttpRequest.Builder audit = request(server, "/api/v1/admin/audit");
        seen.put("audit", send(audit.header("Authorization", "Bearer " + admin())));
    }

    private JournalHead head() {
        try (JournalReader journal = new Journals(DataFolder.journalsIn(data)).read(GAME)) {
            return journal.head();
        }
    }

    private static void assertHasNo(JournalHead head, String where, String text) {
        long seed = head.rules().seed();
        for (String form : List.of(
                Long.toString(Math.abs(seed)),
                Long.toUnsignedString(seed),
                Long.toHexString(seed),
                Long.toHexString(Long.reverseBytes(seed)),
                head.salt())) {
            assertThat(text.toLowerCase(Locale.ROOT).contains(form))
                    .as("%s in %s", form, where)
                    .isFalse();
        }
    }

    /** Names are in the table; with orders, trades and wallets they are not. */
    private static void assertNamesNobodyInTheMarket(String where, String text) {
        for (String name : List.of("ann", "bob")) {
            assertThat(text)
                    .as(where)
                    .doesNotContainPattern("\"(user|owner|maker|taker|buyer|seller)\": ?\"" + name)
                    .doesNotContain(name + " buys", name + " sells")
                    .doesNotContainPattern("\"name\": ?\"" + name + "\"[^}]*\"openOrders\"")
                    .doesNotContainPattern("\"name\": ?\"" + name + "\"[^}]*\"wallet\": ?\\{\"");
        }
    }

    private void revealedAfter(ServerProcess server, JournalHead head) throws Exception {
        send(request(server, "/api/v1/admin/games/g1/end")
                .header("Authorization", "Bearer " + admin())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

        Awaitility.await().until(() -> game(server).get("phase").asString().equals("ended"));
        JsonNode said = game(server).get("fairness");
        assertThat(said.get("seed").asString())
                .isEqualTo(Long.toString(head.rules().seed()));
        assertThat(said.get("salt").asString()).isEqualTo(head.salt());
        assertThat(said.get("seedCommitment").asString())
                .isEqualTo(head.commitment().orElseThrow());
        // A sheet is made at most twice a second: the last one before the end may be shown for that long.
        Awaitility.await().until(() -> get(server, "/api/v1/games/g1/bots/ann").contains("\"price\""));
    }

    private static JsonNode game(ServerProcess server) throws Exception {
        String said = get(server, "/api/v1/games/g1");
        return JsonMapper.shared().readTree(said.substring(said.indexOf("}{") + 1));
    }

    private String admin() throws IOException {
        return Files.readString(data.resolve("admin-secret")).strip();
    }

    private static void hear(String where, Bot reader, Map<String, String> into)
            throws IOException, InterruptedException {
        Awaitility.await().until(reader::hasFrame);
        while (reader.hasFrame()) {
            into.put(where + " " + into.size(), reader.next().toString());
        }
    }

    private static String get(ServerProcess server, String path) throws Exception {
        return send(request(server, path));
    }

    private static HttpRequest.Builder request(ServerProcess server, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        return answer.headers().map() + answer.body();
    }
}
