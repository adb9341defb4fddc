package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static io.botpit.simulation.arena.CxgameCommandsTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.simulation.arena.ServerProcess.Finished;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What the admin does with the program's command line to a running server, and what is left of it on record. One act is
 * done by a process of its own.
 */
final class AdminActsTest {
    private static final Map<String, String> ORDER = Map.of("price", "1", "size", "1");

    private static final List<String> ACTS = List.of(
            "start",
            "pause",
            "resume",
            "end",
            "void",
            "freeze ann",
            "unfreeze ann",
            "cancel ann",
            "announce hello",
            "open --default",
            "revoke ann",
            "kick ann",
            "shutdown");

    @TempDir
    Path data;

    private Finished admin(ServerProcess server, String... words) {
        return ServerProcess.runHere(line(server, words));
    }

    private String[] line(ServerProcess server, String... words) {
        List<String> line = new ArrayList<>(List.of("admin"));
        line.addAll(List.of(words));
        line.addAll(List.of("--data", data.toString(), "--url", "http://127.0.0.1:" + server.port() + "/"));
        return line.toArray(String[]::new);
    }

    /** Does it and gives the line that it prints. */
    private String done(ServerProcess server, String... words) {
        Finished finished = admin(server, words);
        assertThat(finished.exit()).as(finished.err()).isZero();
        return finished.out().strip();
    }

    /** The acts of the admin as they are in the lobby's journal, whoever did them. */
    private List<String> onRecord() {
        return LobbyJournal.readOnly(data.resolve("journal")).stream()
                .filter(LobbyRecord.AdminActed.class::isInstance)
                .map(LobbyRecord.AdminActed.class::cast)
                .map(act -> act.by() + " | " + act.what() + " | " + act.game())
                .toList();
    }

    @Test
    void everyActIsDoneAndOnRecord() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            actOnAGame(server);
            actOnTheServer(server);
            assertThat(server.awaitExit()).isZero();
        }

        assertThat(onRecord())
                .containsExactly(
                        "admin 127.0.0.1 | pause | g1",
                        "admin 127.0.0.1 | start | g1",
                        "admin 127.0.0.1 | pause | g1",
                        "admin 127.0.0.1 | resume | g1",
                        "admin 127.0.0.1 | freeze ann | g1",
                        "admin 127.0.0.1 | unfreeze ann | g1",
                        "admin 127.0.0.1 | cancel orders of ann | g1",
                        "admin 127.0.0.1 | mode cancel_only | g1",
                        "admin 127.0.0.1 | mode view_only, all orders cancelled | g1",
                        "admin 127.0.0.1 | mode full | g1",
                        "admin 127.0.0.1 | announce: Tea is ready | null",
                        "admin 127.0.0.1 | kick ann | null",
                        "admin 127.0.0.1 | open classic: classic | g2",
                        "admin 127.0.0.1 | open open-market, time limit 60000 ms, user limit 3, whitelist of 2, paused,"
                                + " default: Cup,1 | g3",
                        "admin 127.0.0.1 | start | g3",
                        "admin 127.0.0.1 | void: a bug | g2",
                        "admin 127.0.0.1 | end REFEREE | g1",
                        "admin 127.0.0.1 | revoke ann | null",
                        "admin 127.0.0.1 | shutdown | null");
    }

    private void actOnAGame(ServerProcess server) throws Exception {
        try (Bot feed = Bot.connect(server.feedPort());
                Bot ann = Bot.register(server.port(), "ann")) {
            assertThat(done(server, "pause")).isEqualTo("pause: done in game g1");
            assertThat(ann.ask("buy", ORDER).get("code").asString()).isEqualTo("game_paused");
            assertThat(done(server, "start")).isEqualTo("start: done in game g1");
            assertThat(done(server, "pause", "--game", "g1")).isEqualTo("pause: done in game g1");
            assertThat(done(server, "resume")).isEqualTo("resume: done in game g1");
            assertOk(ann.ask("buy", ORDER), "Buy order placed.");
            assertThat(done(server, "freeze", "ANN")).isEqualTo("freeze: done in game g1");
            assertThat(ann.ask("buy", ORDER).get("code").asString()).isEqualTo("player_frozen");
            assertThat(done(server, "unfreeze", "ann")).isEqualTo("unfreeze: done in game g1");
            assertOk(ann.ask("buy", ORDER), "Buy order placed.");
            assertThat(done(server, "cancel", "ANN")).isEqualTo("cancel: done in game g1");
            assertThat(ann.ask("orders").get("data").toString()).doesNotContain("\"id\"");
            assertOk(ann.ask("buy", ORDER), "Buy order placed.");
            assertThat(done(server, "mode", "cancel-only")).isEqualTo("mode: done in game g1");
            assertThat(ann.ask("buy", ORDER).get("code").asString()).isEqualTo("game_cancel_only");
            assertThat(done(server, "mode", "view-only", "--cancel-orders")).isEqualTo("mode: done in game g1");
            assertThat(ann.ask("cancel_all").get("code").asString()).isEqualTo("game_view_only");
            assertThat(ann.ask("orders").get("data").toString()).doesNotContain("\"id\"");
            assertThat(done(server, "mode", "full")).isEqualTo("mode: done in game g1");
            assertOk(ann.ask("buy", ORDER), "Buy order placed.");
            assertThat(done(server, "announce", "Tea", "is", "ready")).isEqualTo("announce: done");
            assertThat(announced(feed)).isEqualTo("Tea is ready");
            assertThat(done(server, "kick", "Ann")).isEqualTo("kick: done");
            assertThat(ann.awaitClose()).isEqualTo(1008);
            assertThat(ann.awaitReason()).isEqualTo("kicked");
        }
    }

    private String audit(ServerProcess server, String query) throws Exception {
        String secret = Files.readString(data.resolve("admin-secret")).strip();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.port() + "/api/v1/admin/audit?" + query))
                    .header("Authorization", "Bearer " + secret)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private void actOnTheServer(ServerProcess server) throws Exception {
        String cup = "open --json --title Cup,1 --preset open-market --time-limit 60 --user-limit 3 --whitelist ann,bob"
                + " --paused --default";
        assertThat(done(server, "open")).isEqualTo("g2");
        assertThat(done(server, cup.split(" ", -1))).isEqualTo("{\"act\":\"open\",\"game\":\"g3\",\"sequence\":null}");
        assertThat(done(server, "start")).isEqualTo("start: done in game g3");
        assertThat(done(server, "void", "a", "bug", "--game", "g2")).isEqualTo("void: done in game g2");
        assertThat(done(server, "end", "--game", "g1")).isEqualTo("end: done in game g1");
        assertThat(done(server, "revoke", "ANN")).isEqualTo("revoke: done");
        assertThat(audit(server, "after=3&limit=2"))
                .contains("\"act\":\"start\",\"game\":\"g1\"", "\"act\":\"pause\",\"game\":\"g1\"", "\"next\":1");
        assertThat(audit(server, "limit=1"))
                .contains("\"who\":\"admin 127.0.0.1\",\"act\":\"revoke ann\",\"game\":null");
        Finished shutdown = ServerProcess.run(line(server, "shutdown"));
        assertThat(shutdown.exit()).as(shutdown.err()).isZero();
        assertThat(shutdown.out().strip()).isEqualTo("shutdown: done");
    }

    private static String announced(Bot feed) throws IOException, InterruptedException {
        while (true) {
            String message = feed.next("info").get("message").asString();
            if (!message.startsWith("New connection") && !message.startsWith("Registered") && !isMode(message)) {
                return message;
            }
        }
    }

    private static boolean isMode(String message) {
        return message.contains("are taken") || message.contains("is taken");
    }

    @Test
    void noActIsDoneWithAWrongSecret() throws Exception {
        Path wrong = Files.writeString(data.resolve("wrong"), "not the secret");
        try (ServerProcess server = ServerProcess.start(data);
                Bot ann = Bot.register(server.port(), "ann")) {
            for (int i = 0; i < ACTS.size(); i++) {
                List<String> line = new ArrayList<>(List.of(ACTS.get(i).split(" ", -1)));
                line.addAll(List.of("--admin-secret-file", wrong.toString()));

                Finished finished = admin(server, line.toArray(String[]::new));

                assertThat(finished.exit()).as(line.toString()).isEqualTo(1);
                assertThat(finished.out()).isEmpty();
                assertThat(finished.err())
                        .hasLineCount(1)
                        .containsPattern(i == 0 ? "\\(secret_wrong\\)" : "\\((secret_wrong|rate_limited)\\)")
                        .doesNotContain("not the secret");
            }
            assertOk(ann.ask("buy", ORDER), "Buy order placed.");
            assertThat(ann.ask("games").get("data").size()).isEqualTo(1);
            assertThat(server.isAlive()).isTrue();
        }
        assertThat(onRecord()).isEmpty();
    }

    @Test
    void whatCannotBeIsSaidInOneLine() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            assertFails(server, 1, "no account has this name", "revoke", "nobody");
            assertFails(server, 1, "no account has this name", "kick", "nobody");
            assertFails(server, 1, "nobody of that name is in the game", "freeze", "nobody");
            assertFails(server, 1, "nobody of that name is in the game", "cancel", "nobody");
            assertFails(server, 1, "preset: must be one of classic, open-market, ranked", "open", "--preset", "chess");
            assertFails(
                    server,
                    1,
                    "userLimit: must not be below the 2 names",
                    "open",
                    "--user-limit",
                    "1",
                    "--whitelist",
                    "a,b");
            assertFails(server, 1, "(wrong_phase)", "resume");
            assertFails(server, 1, "mode: must be full, cancel_only or view_only", "mode", "shut");
            assertFails(server, 2, "MODE is missing", "mode");
            assertFails(server, 2, "--cancel-orders does not go with pause", "pause", "--cancel-orders");
            assertFails(server, 2, "PLAYER is missing", "revoke");
            assertFails(server, 2, "the options of open do not go with end", "end", "--default");
            assertFails(server, 2, "open takes no words", "open", "cup");
            assertFails(server, 2, "--time-limit", "open", "--time-limit", "soon");
            assertFails(server, 2, "no act is called 'dance'", "dance");
        }
    }

    private void assertFails(ServerProcess server, int exit, String words, String... line) throws Exception {
        Finished finished = admin(server, line);

        assertThat(finished.err()).contains(words).hasLineCount(1);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.exit()).isEqualTo(exit);
    }

    @Test
    void theHelpListsEveryActAndOption() throws Exception {
        Finished help = ServerProcess.runHere("admin", "--help");

        assertThat(help.exit()).isZero();
        assertThat(help.out().lines().map(String::strip))
                .anyMatch(line -> line.startsWith("start "))
                .anyMatch(line -> line.startsWith("pause, resume "))
                .anyMatch(line -> line.startsWith("end "))
                .anyMatch(line -> line.startsWith("void [REASON] "))
                .anyMatch(line -> line.startsWith("freeze PLAYER "))
                .anyMatch(line -> line.startsWith("unfreeze PLAYER "))
                .anyMatch(line -> line.startsWith("cancel PLAYER "))
                .anyMatch(line -> line.startsWith("mode MODE "))
                .anyMatch(line -> line.startsWith("announce TEXT "))
                .anyMatch(line -> line.startsWith("open "))
                .anyMatch(line -> line.startsWith("revoke PLAYER "))
                .anyMatch(line -> line.startsWith("kick PLAYER "))
                .anyMatch(line -> line.startsWith("shutdown "));
        assertThat(help.out())
                .contains(
                        "--title", "--preset", "--time-limit", "--user-limit", "--whitelist", "--paused", "--default");
    }

    @Test
    void aRevokedTokenOpensNothingAnyMoreAndThePasswordStillDoes() throws Exception {
        String token;
        try (ServerProcess server = ServerProcess.start(data);
                Bot ann = Bot.connect(server.port());
                Bot thief = Bot.connect(server.port());
                Bot bob = Bot.register(server.port(), "bob")) {
            JsonNode registered = ann.ask("register", Map.of("username", "ann", "password", "correct horse"));
            token = registered.get("data").asString();
            assertOk(thief.ask("auth", Map.of("username", "ann", "token", token)), "Authenticated");

            done(server, "revoke", "ann");

            for (Bot closed : List.of(ann, thief)) {
                assertThat(closed.awaitClose()).isEqualTo(1008);
                assertThat(closed.awaitReason()).isEqualTo("token_revoked");
            }
            assertOk(bob.ask("price"), "Market price.");
            assertOnlyThePasswordOpens(server, token);
            server.kill();
        }

        try (ServerProcess server = ServerProcess.start(data)) {
            assertOnlyThePasswordOpens(server, token);
        }
    }

    private static void assertOnlyThePasswordOpens(ServerProcess server, String token) throws Exception {
        try (Bot again = Bot.connect(server.port())) {
            assertRefused(
                    again.ask("auth", Map.of("username", "ann", "token", token)),
                    "Authentication failed: Invalid token.");
            assertOk(again.ask("auth", Map.of("username", "ann", "password", "correct horse")), "Authenticated");
        }
    }

    @Test
    void playersAndReadersGoOverToTheNextDefaultGame() throws Exception {
        try (ServerProcess server = ServerProcess.start(data);
                Bot feed = Bot.connect(server.feedPort());
                Bot page = Bot.connect(server.feedPort(), "/?view=spectator");
                Bot ofFirst = Bot.connect(server.feedPort(), "/?game=g1");
                Bot ann = Bot.register(server.port(), "ann");
                Bot bob = Bot.register(server.port(), "bob");
                Bot stranger = Bot.connect(server.port())) {
            assertThat(page.next("snapshot").get("game").get("id").asString()).isEqualTo("g1");
            assertOk(bob.ask("join", Map.of("game", "g1")), "Joined.");
            done(server, "end");
            assertThat(ann.ask("buy", ORDER).get("code").asString()).isEqualTo("game_not_running");

            assertThat(done(server, "open", "--default")).isEqualTo("g2");

            assertThat(page.next("final").get("type").asString()).isEqualTo("final");
            assertThat(page.next("snapshot").get("game").get("id").asString()).isEqualTo("g2");
            JsonNode order = ann.ask("buy", Map.of("price", "900", "size", "2"));
            assertOk(order, "Buy order placed.");
            assertOk(stranger.ask("register", Map.of("username", "cat")), "Registered");
            assertOk(stranger.ask("sell_market", Map.of("size", "2")), "Market sell order placed.");
            assertThat(feed.next("csv").get("data").asString()).contains("\"ann\"");
            assertThat(feed.next("buy").get("message").get("price").asString()).startsWith("900");
            assertThat(feed.next("match").get("message").get("buy_id").asString())
                    .isEqualTo(order.get("data").get("id").asString());
            assertThat(bob.ask("buy", ORDER).get("code").asString()).isEqualTo("game_not_running");
            ofFirst.next("csv");
            assertThat(ofFirst.hasFrame()).isFalse();
        }
    }
}
