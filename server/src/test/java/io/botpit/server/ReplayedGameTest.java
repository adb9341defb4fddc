package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botpit.game.Answer;
import io.botpit.game.BookView;
import io.botpit.game.Command;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.Level;
import io.botpit.game.Query;
import io.botpit.game.Stamped;
import io.botpit.game.Standing;
import io.botpit.game.control.GameController;
import io.botpit.game.money.Instrument;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.server.cli.Program;
import io.botpit.server.config.Setting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The replay of a real game, held against the engine at every second of it. */
class ReplayedGameTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SECONDS = 21;
    private static final int LEVELS_SHOWN = 10;
    private static final GameId GAME = new GameId("g1");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Program.Server start(Map<Setting, String> more) throws IOException {
        return OwnServer.start(folder, more);
    }

    private HttpResponse<byte[]> ask(Program.Server server, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.httpPort() + "/api/v1/games/" + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .join();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** A user on a real socket, who does a little of everything. */
    private WebSocket play(Program.Server server) {
        WebSocket ann = http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + server.httpPort() + "/"), new WebSocket.Listener() {})
                .join();
        for (String frame : List.of(
                "{\"cmd\":\"register\",\"params\":{\"username\":\"ann\"}}",
                "{\"cmd\":\"buy\",\"params\":{\"price\":\"900.5\",\"size\":\"1.25\"}}",
                "{\"cmd\":\"sell\",\"params\":{\"price\":\"1100\",\"size\":\"2\"}}",
                "{\"cmd\":\"buy_market\",\"params\":{\"size\":\"0.5\"}}",
                "{\"cmd\":\"buy\",\"params\":{\"price\":\"0\",\"size\":\"1\"}}")) {
            ann.sendText(frame, true).join();
        }
        return ann;
    }

    @Test
    void theFoldOfItsFramesIsTheGameAtEverySecond() throws Exception {
        byte[] replay;
        String tag;
        String sheet;
        try (Program.Server server = start(Map.of(
                Setting.HOUSE_BOTS,
                "market-maker:2,noise:2,momentum:1",
                Setting.TIME_LIMIT,
                String.valueOf(SECONDS)))) {
            WebSocket ann = play(server);
            assertThat(ask(server, "g1/replay").statusCode()).isEqualTo(409);
            await().atMost(PATIENCE).until(() -> ask(server, "g1/replay").statusCode(), status -> status == 200);
            HttpResponse<byte[]> plain = ask(server, "g1/replay");
            HttpResponse<byte[]> packed = ask(server, "g1/replay", "Accept-Encoding", "br, gzip");
            replay = plain.body();
            tag = packed.headers().firstValue("ETag").orElseThrow();

            assertThat(plain.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(packed.body()).hasSizeLessThan(replay.length / 3);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                    .isEqualTo(replay);
            assertThat(ask(server, "g1/replay", "Accept-Encoding", "gzip", "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
            sheet = sheet(server, "ann");
            ann.abort();
        }

        assertThat(secondsThatAgree(JSON.readTree(replay))).isGreaterThan(20);
        assertThat(JSON.readTree(replay).get("journal").toString()).isEqualTo(lastRecord());
        try (Program.Server server = start(Map.of())) {
            assertThat(ask(server, "g1/replay", "Accept-Encoding", "gzip")
                            .headers()
                            .firstValue("ETag"))
                    .as("a later process tells the same")
                    .contains(tag);
            assertThat(sheet(server, "ANN")).isEqualTo(sheet).contains("\"end\":\"game_end\"");
            assertThat(ask(server, "g1/bots/nobody").statusCode()).isEqualTo(404);
            assertThat(ask(server, "g7/replay").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void itsReportAddsUpAndIsTheSameAfterARestart() throws Exception {
        String report;
        try (Program.Server server =
                start(Map.of(Setting.HOUSE_BOTS, "market-maker:1,noise:2", Setting.TIME_LIMIT, "2"))) {
            await().atMost(PATIENCE).until(() -> ask(server, "g1/report").statusCode(), status -> status == 200);
            report = text(ask(server, "g1/report"));
            assertThat(text(ask(server, "g1/report", "Accept", "text/csv")))
                    .contains("attribution.markOut", "\r\ng1,noise-1,true,");
        }

        assertAddsUp(JSON.readTree(report));
        try (Program.Server server = start(Map.of())) {
            assertThat(text(ask(server, "g1/report"))).isEqualTo(report);
        }
    }

    private static void assertAddsUp(JsonNode report) {
        assertThat(report.get("bots").size()).isEqualTo(3);
        for (JsonNode bot : report.get("bots").values()) {
            BigDecimal sum = bot.get("attribution").values().stream()
                    .map(part -> new BigDecimal(part.asString()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum)
                    .as(bot.toString())
                    .isEqualTo(new BigDecimal(bot.get("score").asString()));
            assertThat(bot.get("house").asBoolean()).isTrue();
        }
    }

    /** But for how long the bot waited, which only the process knows that answered it. */
    private String sheet(Program.Server server, String name) {
        return text(ask(server, "g1/bots/" + name)).replaceFirst(",\"latency\":.*", "");
    }

    private String lastRecord() {
        try (JournalReader journal = new Journals(folder.resolve("data/journal")).read(GAME)) {
            JournalReader.Entry last = Objects.requireNonNull(journal.next());
            for (var entry = journal.next(); entry != null; entry = journal.next()) {
                last = entry;
            }
            return "{\"commands\":" + last.command().sequence() + ",\"chain\":\"" + last.chain() + "\"}";
        }
    }

    private int secondsThatAgree(JsonNode replay) {
        assertThat(replay.get("game").asString()).isEqualTo("g1");
        assertThat(replay.get("stepMs").asInt()).isEqualTo(1_000);
        List<JsonNode> frames = new ArrayList<>(replay.get("frames").values());
        JsonNode last = frames.removeLast();
        assertThat(last.get("type").asString()).isEqualTo("final");
        assertThat(last.get("cause").asString()).isEqualTo("TIME_LIMIT");
        Fold fold = new Fold();
        Engine engine = new Engine(new Journals(folder.resolve("data/journal")).read(GAME));
        long startedAt = frames.getFirst().get("game").get("startedAt").asLong();
        for (int second = 0; second < frames.size(); second++) {
            JsonNode frame = frames.get(second);
            assertThat(frame.get("type").asString()).isEqualTo(second == 0 ? "snapshot" : "update");
            assertThat(frame.get("t").asLong()).isEqualTo(startedAt + second * 1_000L);
            fold.apply(frame);
            assertThat(fold.shown).as("second %d", second).isEqualTo(engine.shownAt(second));
        }
        fold.apply(last);
        assertThat(fold.shown).as("the end").isEqualTo(engine.shownAt(2L * SECONDS));
        return frames.size();
    }

    /** What a page keeps of the frames. */
    private static final class Fold {
        private final Map<String, String> shown = new TreeMap<>();

        void apply(JsonNode frame) {
            put("mark ", frame.get("marks"));
            put("book ", frame.get("books"));
            JsonNode standings = frame.get("standings");
            if (standings != null) {
                shown.keySet().removeIf(key -> key.startsWith("row "));
                standings
                        .values()
                        .forEach(row -> shown.put("row " + row.get("name").asString(), row(row)));
            }
        }

        private void put(String what, @Nullable JsonNode parts) {
            if (parts != null) {
                parts.properties()
                        .forEach(part ->
                                shown.put(what + part.getKey(), part.getValue().toString()));
            }
        }

        private static String row(JsonNode row) {
            return row.get("place") + " " + row.get("equity").asString() + " "
                    + row.get("score").asString() + " " + row.get("wallet") + " " + row.get("openOrders");
        }
    }

    /** The game played again up to a moment, told in the words of the frames by code that knows no feed. */
    private static final class Engine {
        private final JournalReader journal;
        private final GameController controller;
        private JournalReader.@Nullable Entry next;

        Engine(JournalReader journal) {
            this.journal = journal;
            this.controller = new GameController(journal.head().rules());
            this.next = journal.next();
        }

        Map<String, String> shownAt(long second) {
            while (next != null && isUpTo(next.command(), second)) {
                controller.apply(next.command());
                next = journal.next();
            }
            Map<String, String> shown = new TreeMap<>();
            for (Instrument instrument : controller.rules().instruments()) {
                String symbol = instrument.symbol().text();
                long mark = Objects.requireNonNull(controller.view().marks().get(instrument.symbol()))
                        .ticks();
                shown.put("mark " + symbol, '"' + decimal(mark, instrument.priceDecimals()) + '"');
                Answer answer = controller.answer(new Query.Depth(instrument.symbol(), LEVELS_SHOWN));
                shown.put("book " + symbol, book(instrument, ((Answer.Book) answer).book()));
            }
            controller.view().standings().forEach(row -> shown.put("row " + row.name(), row(row)));
            return shown;
        }

        private boolean isUpTo(Stamped<Command> command, long second) {
            GameTime start = controller.view().clock().startedAt();
            return start == null || command.at().microsSince(start) <= second * 1_000_000;
        }

        private static String decimal(long number, int decimals) {
            return BigDecimal.valueOf(number, decimals).toPlainString();
        }

        private static String book(Instrument instrument, BookView book) {
            return "{\"bids\":" + levels(instrument, book.bids()) + ",\"asks\":" + levels(instrument, book.asks())
                    + "}";
        }

        private static String levels(Instrument instrument, List<Level> levels) {
            List<String> shown = levels.stream()
                    .map(level -> "[\"" + decimal(level.price().ticks(), instrument.priceDecimals()) + "\",\""
                            + plain(level.size().lots(), instrument.sizeDecimals()) + "\"]")
                    .toList();
            return "[" + String.join(",", shown) + "]";
        }

        private static String plain(long number, int decimals) {
            BigDecimal stripped = BigDecimal.valueOf(number, decimals).stripTrailingZeros();
            return stripped.toPlainString();
        }

        private String row(Standing row) {
            List<String> wallet = row.holdings().stream()
                    .map(holding -> '"' + holding.asset().code() + "\":\""
                            + plain(holding.total().units(), holding.asset().decimals()) + '"')
                    .toList();
            boolean over = controller.phase() == GamePhase.ENDED;
            int orders = ((Answer.Orders) controller.answer(new Query.OpenOrders(row.player())))
                    .orders()
                    .size();
            return row.place() + " " + cents(row.equity().units()) + " "
                    + cents(row.score().units()) + " {" + String.join(",", wallet) + "} " + (over ? 0 : orders);
        }

        private String cents(long units) {
            int decimals = controller.rules().firstInstrument().quote().decimals();
            return BigDecimal.valueOf(units, decimals)
                    .setScale(2, RoundingMode.HALF_EVEN)
                    .toPlainString();
        }
    }
}
