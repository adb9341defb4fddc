package io.botpit.simulation.arena;

import static io.botpit.simulation.arena.CxgameCommandsTest.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The limits of a game from the one who opens it to those who play in it. */
final class GameLimitsTest {
    private static final String LIMITS =
            "{\"positionMax\":{\"BTC\":\"10.5\",\"ETH\":\"100.25\"},\"notionalMax\":\"1000\",\"ordersMax\":2}";

    @TempDir
    Path data;

    @Test
    void whatIsOpenedOverRestIsToldAndKept() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            JsonNode opened = JsonMapper.shared()
                    .readTree(send(request(server, "/api/v1/admin/games")
                            .header(
                                    "Authorization",
                                    "Bearer "
                                            + Files.readString(data.resolve("admin-secret"))
                                                    .strip())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("""
                            {"preset": "open-market", "default": true, "limits": {"positionMax":
                            {"BTC": "10.5", "ETH": 100.25}, "notionalMax": 1000, "ordersMax": 2}}"""))));

            assertThat(opened.path("game").asString()).isEqualTo("g2");
            assertThat(send(request(server, "/api/v1/games/g2"))).contains("\"limits\":" + LIMITS);
            try (Bot ann = Bot.register(server.port(), "ann")) {
                told(ann);
                kept(ann);
            }
            assertThat(ServerProcess.run(
                                    "admin",
                                    "shutdown",
                                    "--data",
                                    data.toString(),
                                    "--url",
                                    "http://127.0.0.1:" + server.port() + "/")
                            .exit())
                    .isZero();
            assertThat(server.awaitExit()).isZero();
        }
        ServerProcess.Finished verified = ServerProcess.runHere("verify", data.toString());
        assertThat(verified.exit()).as(verified.err() + verified.out()).isZero();
    }

    private static void told(Bot bot) throws Exception {
        JsonNode hello = bot.ask("hello").get("data");

        assertThat(hello.get("instruments"))
                .extracting(one -> one.get("position_max").asString())
                .containsExactly("10.5", "100.25");
        assertThat(hello.get("limits").toString()).isEqualTo("{\"orders_open_max\":2,\"notional_open_max\":\"1000\"}");
    }

    private static void kept(Bot bot) throws Exception {
        refused(bot, "buy", order("900", "0.50000001", "BTC/USD"), "position_limit");
        assertOk(bot.ask("buy", order("900", "0.5", "BTC/USD")), "Buy order placed.");
        refused(bot, "buy", order("90", "0.25000001", "ETH/USD"), "position_limit");
        refused(bot, "sell", order("1100", "0.50000001", "BTC/USD"), "open_notional_limit");
        assertOk(bot.ask("sell", order("1100", "0.5", "BTC/USD")), "Sell order placed.");
        refused(bot, "buy", order("90", "0.25", "ETH/USD"), "open_orders_limit");
    }

    @Test
    void theCommandLineAsksForTheSame() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            String url = "http://127.0.0.1:" + server.port() + "/";
            String line = "admin open --position-max BTC=10.5,ETH=100.25 --notional-max 1000 --orders-max 2 --data "
                    + data + " --url " + url;

            assertThat(ServerProcess.runHere(line.split(" ", -1)).out().strip()).isEqualTo("g2");

            assertThat(send(request(server, "/api/v1/games/g2"))).contains("\"limits\":" + LIMITS);
            assertThat(send(request(server, "/api/v1/games/g1")))
                    .contains("\"limits\":{\"positionMax\":{},\"notionalMax\":null,\"ordersMax\":5000}");
        }
    }

    private static Map<String, String> order(String price, String size, String symbol) {
        return Map.of("price", price, "size", size, "symbol", symbol);
    }

    private static void refused(Bot bot, String command, Map<String, String> order, String code) throws Exception {
        JsonNode reply = bot.ask(command, order);

        assertThat(reply.path("code").asString()).as(reply.toString()).isEqualTo(code);
    }

    private static HttpRequest.Builder request(ServerProcess server, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        }
    }
}
