package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botpit.server.cli.Program;
import io.botpit.server.config.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What REST says of games that an earlier process played. */
class OldGamesTest {
    private static final Pattern ID = Pattern.compile("\"id\":\"(g\\d+)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    private static final List<String> SAME =
            List.of("startedAt", "endsAt", "players", "timeLimitMs", "marks", "standings", "winner", "winnerScore");

    /** Enough for the house's bots to be in before the end, on a busy machine, too. */
    private static final String SECONDS = "3";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Program.Server start(Map<Setting, String> more) throws IOException {
        return OwnServer.start(folder, more);
    }

    private HttpResponse<String> ask(Program.Server server, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.httpPort() + "/api/v1/" + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private String get(Program.Server server, String path) {
        return ask(server, path).body();
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\":([^,}]*).*", "$1");
    }

    @Test
    void aFinishedGameIsShownAfterARestartAsItWasBefore() throws Exception {
        String before;
        String log;
        try (Program.Server server =
                start(Map.of(Setting.HOUSE_BOTS, "market-maker:1,noise:1", Setting.TIME_LIMIT, SECONDS))) {
            await().atMost(PATIENCE)
                    .until(() -> field(get(server, "games/g1"), "phase").equals("\"ended\""));
            before = get(server, "games/g1");
            log = get(server, "games/g1/log");
        }

        try (Program.Server server = start(Map.of())) {
            String after = get(server, "games/g1");
            for (String same : SAME) {
                assertThat(field(after, same)).as(same).isEqualTo(field(before, same));
            }
            assertThat(field(after, "phase")).isEqualTo("\"ended\"");
            assertThat(Long.parseLong(field(after, "endsAt")))
                    .isBetween(
                            Long.parseLong(field(after, "startedAt")) + 3_000,
                            Long.parseLong(field(after, "startedAt")) + 10_000);
            HttpResponse<String> told = ask(server, "games/g1/log");
            assertThat(told.body()).contains("noise-1 joined", "ended: ");
            assertThat(log).contains("noise-1 joined", "ended: ");
            String tag = told.headers().firstValue("ETag").orElseThrow();
            assertThat(ask(server, "games/g1/log", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
            assertThat(get(server, "bots/NOISE-1"))
                    .contains("\"results\":[{\"game\":\"g1\"", "\"games\":1", "\"endedAt\":" + field(before, "endsAt"));
            assertThat(ask(server, "games/lobby/log").statusCode()).isEqualTo(404);
            assertThat(ask(server, "games/g9").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void botsHaveAPastAndAPresent() throws Exception {
        Map<Setting, String> house = Map.of(Setting.HOUSE_BOTS, "market-maker:1,noise:1");
        Map<Setting, String> brief = new EnumMap<>(house);
        brief.put(Setting.TIME_LIMIT, SECONDS);
        try (Program.Server server = start(brief)) {
            await().atMost(PATIENCE)
                    .until(() -> field(get(server, "games?phase=over"), "phase").equals("\"ended\""));
        }

        try (Program.Server server = start(house)) {
            await().atMost(PATIENCE)
                    .until(() -> get(server, "bots?q=NOISE").contains("\"online\":true,\"playing\":\"g2\""));
            assertThat(get(server, "bots?q=noise")).contains("noise-1").doesNotContain("market-maker-1");
            assertThat(get(server, "bots/noise-1"))
                    .contains(
                            "\"online\":true,\"playing\":\"g2\"",
                            "\"results\":[{\"game\":\"g1\",\"title\":\"classic\",\"place\":",
                            "\"of\":2",
                            "\"rivals\":[{\"name\":\"market-maker-1\",\"house\":true,\"met\":1,");
            assertThat(get(server, "leaderboard"))
                    .containsPattern("\"lastPlaces\":\\[\\{\"game\":\"g1\",\"place\":1,\"of\":2}]")
                    .contains("\"online\":true,\"playing\":\"g2\"");
            assertThat(ids(get(server, "games?bot=NOISE-1"))).isEqualTo("g2 g1");
            assertThat(ids(get(server, "games?bot=noise-1&phase=ended,running")))
                    .isEqualTo("g2 g1");
            assertThat(ids(get(server, "games?phase=over"))).isEqualTo("g1");
            assertThat(ids(get(server, "games?phase=void"))).isEmpty();
            assertThat(ids(get(server, "games?q=G1"))).isEqualTo("g1");
            assertThat(ids(get(server, "games?q=CLASSIC&phase=running"))).isEqualTo("g2");
            assertThat(ids(get(server, "games?bot=nobody"))).isEmpty();
        }
    }

    @Test
    void aFinishedGameWithADamagedJournalSaysSoAndKeepsItsTable() throws Exception {
        try (Program.Server server = start(Map.of(Setting.HOUSE_BOTS, "noise:1", Setting.TIME_LIMIT, SECONDS))) {
            await().atMost(PATIENCE)
                    .until(() -> field(get(server, "games/g1"), "phase").equals("\"ended\""));
        }
        Path journal = folder.resolve("data/journal/g1.journal");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[100] ^= 1;
        Files.write(journal, bytes);

        try (Program.Server server = start(Map.of())) {
            HttpResponse<String> game = ask(server, "games/g1");

            assertThat(game.statusCode()).isEqualTo(410);
            assertThat(game.body())
                    .contains("\"code\":\"game_lost\"", "the journal of the game is damaged")
                    .doesNotContain("g1.journal");
            assertThat(get(server, "games/g1/standings")).contains("noise-1");
        }
    }

    @Test
    void gamesOfAllRunsAreListedInPages() throws Exception {
        for (int run = 1; run <= 3; run++) {
            start(Map.of()).close();
        }

        try (Program.Server server = start(Map.of())) {
            assertThat(ids(get(server, "games"))).isEqualTo("g4 g3 g2 g1");
            assertThat(ids(get(server, "games?limit=2"))).isEqualTo("g4 g3");
            assertThat(ids(get(server, "games?limit=2&after=2"))).isEqualTo("g2 g1");
            assertThat(ids(get(server, "games?limit=2&after=4"))).isEmpty();
            assertThat(get(server, "leaderboard?after=999999999999")).contains("\"rows\":[]");
        }
    }

    private static String ids(String json) {
        return String.join(
                " ", ID.matcher(json).results().map(match -> match.group(1)).toList());
    }
}
