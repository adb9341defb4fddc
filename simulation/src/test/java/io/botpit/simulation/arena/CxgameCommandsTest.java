package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a cxgame client may rely on, over a real socket. */
final class CxgameCommandsTest {
    @TempDir
    static Path data;

    private static ServerProcess server;
    private static int names;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(data, "--rate-limit", "off");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static Bot newcomer() throws Exception {
        names++;
        return Bot.register(server.port(), "bot-" + names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    register    | {}                                         | Missing "username" in params.
                    auth        | {}                                         | Missing "username" in params.
                    auth        | {"username":"nobody"}                      | Missing "token" in params.
                    auth        | {"username":"nobody","token":"x"}          | User is not registered.
                    bcast       | {}                                         | Must be authenticated to broadcast messages.
                    buy         | {}                                         | Must be authenticated.
                    sell        | {}                                         | Must be authenticated.
                    buy_market  | {}                                         | Must be authenticated.
                    sell_market | {}                                         | Must be authenticated.
                    price       | {}                                         | Must be authenticated to get market price.
                    orders      | {}                                         | Must be authenticated to get open orders.
                    all_orders  | {}                                         | Must be authenticated to get open orders.
                    wallets     | {}                                         | Must be authenticated to get wallets.
                    cancel      | {}                                         | Must be authenticated to cancel orders.
                    fills       | {}                                         | Must be authenticated.
                    completed   | {}                                         | Must be authenticated.
                    audit       | {}                                         | Must be authenticated.
                    shutdown    | {}                                         | Must be authenticated.
                    """)
    void aStrangerIsToldWhatIsMissing(String command, String params, String message) throws Exception {
        try (Bot stranger = Bot.connect(server.port(), "/any/path?x=1")) {
            stranger.send("{\"cmd\":\"" + command + "\",\"params\":" + params + "}");

            assertRefused(stranger.next(), message);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bcast       | {}                                         | Missing "message" in params.
                    buy         | {"price":"1"}                              | Must size "price" and "size" in params.
                    buy         | {"price":"1","size":"0"}                   | Size must be greater than or equal to 1E-8
                    buy         | {"price":"0.09","size":"1"}                | Price must be greater than or equal to 0.1
                    buy         | {"price":"999999","size":"1"}              | Price must be < market price
                    buy         | {"price":"0.5","size":"20001"}             | Not enough USD.
                    sell        | {"size":"1"}                               | Must size "price" and "size" in params.
                    sell        | {"price":"0.5","size":"1"}                 | Price must be >= market price
                    sell        | {"price":"999999","size":"10.00000001"}    | Size is > available.
                    buy_market  | {}                                         | Must have "amount" in params.
                    buy_market  | {"amount":"9.99"}                          | Amount must be greater than or equal to 10.00
                    buy_market  | {"amount":"10000.01"}                      | Not enough USD to buy.
                    sell_market | {}                                         | Must have "amount" in params.
                    sell_market | {"amount":"0.000000001"}                   | Amount must be greater than or equal to 1E-8
                    sell_market | {"amount":"10.5"}                          | Not enough crypto to sell. 10.5000000000 > 10.0000000000
                    cancel      | {}                                         | Missing "order_id" in params.
                    cancel      | {"order_id":"abc"}                         | Order not found: abc
                    start       | {}                                         | Admin secret required.
                    pause       | {"secret":"admin"}                         | Invalid admin secret.
                    shutdown    | {"secret":"admin"}                         | Invalid admin secret.
                    """)
    void aPlayerIsToldWhatIsWrong(String command, String params, String message) throws Exception {
        try (Bot bot = newcomer()) {
            bot.send("{\"cmd\":\"" + command + "\",\"params\":" + params + "}");

            assertRefused(bot.next(), message);
        }
    }

    @Test
    void registeringGivesATokenThatLogsInElsewhere() throws Exception {
        try (Bot bot = newcomer();
                Bot again = Bot.connect(server.port())) {
            assertThat(bot.token()).matches("[0-9a-f]{64}");

            JsonNode reply = again.ask("auth", Map.of("username", "bot-" + names, "token", bot.token()));

            assertThat(reply.toString()).contains("\"Authenticated\"");
            assertThat(reply.get("data").isNull()).isTrue();
            assertRefused(again.ask("register", Map.of("username", "bot-" + names)), "User already registered.");
            assertRefused(
                    again.ask("auth", Map.of("username", "bot-" + names, "token", "0".repeat(64))),
                    "Authentication failed: Invalid token.");
            assertOk(again.ask("wallets"), "Wallets.");
        }
    }

    @Test
    void aLimitBuyIsAcknowledgedAsItWasBeforeItTraded() throws Exception {
        try (Bot bot = newcomer()) {
            JsonNode reply = bot.ask("buy", Map.of("price", "1.50", "size", "1.5"));

            assertOk(reply, "Buy order placed.");
            JsonNode order = reply.get("data");
            assertThat(order.propertyNames())
                    .startsWith(
                            "timestamp", "id", "size", "usd_used", "price", "side", "status", "filled_size", "user");
            assertThat(order.get("timestamp").isNumber()).isTrue();
            assertThat(order.get("id").asString()).matches("[0-9a-f]{64}");
            assertThat(order.get("size").asString()).isEqualTo("1.5000000000");
            assertThat(order.get("usd_used").asString()).isEqualTo("2.25");
            assertThat(order.get("price").asString()).isEqualTo("1.50");
            assertThat(order.get("status").asString()).isEqualTo("open");
            assertThat(order.get("filled_size").asString()).isEqualTo("0.00");
            assertThat(bot.ask("wallets").get("data").get("usd").asString()).isEqualTo("9997.75");

            JsonNode open = bot.ask("orders").get("data");
            assertThat(open.get("maker").size()).isEqualTo(1);
            assertThat(open.get("market").isArray()).isTrue();

            assertOk(bot.ask("cancel", Map.of("order_id", order.get("id").asString())), "Order cancelled and removed.");
            assertThat(bot.ask("wallets").get("data").get("usd").asString()).isEqualTo("10000.00");
            assertThat(bot.ask("completed").get("data").size()).isZero();
        }
    }

    @Test
    void theFirstWalletReadsAsItWasConfigured() throws Exception {
        try (Bot bot = newcomer()) {
            JsonNode wallets = bot.ask("wallets").get("data");

            assertThat(wallets.get("usd").asString()).isEqualTo("10000.00");
            assertThat(wallets.get("crypto").asString()).isEqualTo("10.0");
        }
    }

    @Test
    void anotherOnesOrderCannotBeCancelledNorToldFromNone() throws Exception {
        try (Bot owner = newcomer();
                Bot thief = newcomer()) {
            String id = owner.ask("buy", Map.of("price", "0.20", "size", "1"))
                    .get("data")
                    .get("id")
                    .asString();

            assertRefused(thief.ask("cancel", Map.of("order_id", id)), "Order not found: " + id);
            assertOk(owner.ask("cancel", Map.of("order_id", id)), "Order cancelled and removed.");
        }
    }

    @Test
    void aMarketOrderTakesTheBestPriceAndBothSidesSeeTheFill() throws Exception {
        try (Bot maker = newcomer();
                Bot taker = newcomer();
                Bot feed = Bot.connect(server.feedPort(), "/whatever")) {
            String price = taker.ask("price").get("data").asString();
            JsonNode ask = maker.ask("sell", Map.of("price", price, "size", "1"));
            assertOk(ask, "Sell order placed.");

            JsonNode reply = taker.ask("buy_market", Map.of("amount", "50.00"));

            assertOk(reply, "Market buy order placed.");
            assertThat(reply.get("data").propertyNames())
                    .startsWith("timestamp", "id", "price", "amount", "side", "status", "filled_size", "user");
            assertThat(reply.get("data").get("status").asString()).isEqualTo("open");
            JsonNode fill = taker.ask("fills").get("data").get(0);
            assertThat(fill.propertyNames()).startsWith("fill_id", "filled_size", "price", "buy_id", "sell_id");
            assertThat(fill.get("sell_id")).isEqualTo(ask.get("data").get("id"));
            assertThat(maker.ask("fills").get("data").get(0).get("fill_id")).isNotEqualTo(fill.get("fill_id"));
            JsonNode match = feed.next("match").get("message");
            assertThat(match.get("buy_id")).isEqualTo(reply.get("data").get("id"));
            assertThat(match.get("size")).isEqualTo(fill.get("filled_size"));
            assertThat(taker.ask("audit").get("data").size()).isZero();
            maker.ask("cancel", Map.of("order_id", ask.get("data").get("id").asString()));
        }
    }

    @Test
    void theFeedTellsWhoComesWhatIsSaidAndWhatIsOrdered() throws Exception {
        try (Bot feed = Bot.connect(server.feedPort());
                Bot bot = newcomer()) {
            assertThat(feed.next("info").get("message").asString()).startsWith("New connection from ");
            assertThat(feed.next("info").get("message").asString()).isEqualTo("Registered: bot-" + names);

            bot.ask("bcast", Map.of("message", Map.of("a", 1)));
            JsonNode said = feed.next("bcast");
            assertThat(said.get("user").asString()).isEqualTo("bot-" + names);
            assertThat(said.get("message").get("a").asInt()).isEqualTo(1);

            JsonNode order =
                    bot.ask("buy", Map.of("price", "0.30", "size", "1")).get("data");
            assertThat(feed.next("buy").get("message")).isEqualTo(order);
            bot.ask("cancel", Map.of("order_id", order.get("id").asString()));
            assertThat(feed.next("cancel").get("message")).isEqualTo(order.get("id"));
        }
    }

    @Test
    void repliesComeInTheOrderOfTheRequests() throws Exception {
        try (Bot bot = newcomer()) {
            List<String> commands =
                    List.of("wallets", "price", "nonsense", "orders", "fills", "audit", "hello", "ping");
            for (int i = 0; i < 20; i++) {
                for (String command : commands) {
                    bot.send(Bot.frame(command, Map.of()));
                }
            }

            for (int i = 0; i < 20; i++) {
                assertThat(bot.next().get("message").asString()).isEqualTo("Wallets.");
                assertThat(bot.next().get("message").asString()).isEqualTo("Market price.");
                assertThat(bot.next().get("message").asString()).isEqualTo("Invalid message");
                assertThat(bot.next().get("message").asString()).isEqualTo("Open orders list.");
                assertThat(bot.next().get("message").asString()).isEqualTo("Here are your fills.");
                assertThat(bot.next().get("message").asString()).isEqualTo("Audit done.");
                assertThat(bot.next().get("status").asBoolean()).isTrue();
                assertThat(bot.next().get("status").asBoolean()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                       | Invalid message
                    []                                                       | Invalid message
                    this is not JSON                                         | Invalid message
                    42                                                       | Invalid message
                    null                                                     | Invalid message
                    true                                                     | Invalid message
                    "text"                                                   | Invalid message
                    ["cmd"]                                                  | Invalid message
                    {"cmd":"nosuch","params":{}}                             | Invalid message
                    {"cmd":7,"params":{}}                                    | Invalid message
                    {"cmd":"buy"}                                            | Invalid message
                    {"cmd":"buy","params":null}                              | Invalid command: buy. error=
                    {"cmd":"buy","params":{"price":"abc","size":"1"}}        | Invalid command: buy. error=
                    {"cmd":"buy","params":{"price":null,"size":"1"}}         | Invalid command: buy. error=
                    {"cmd":"buy","params":{"price":true,"size":"1"}}         | Invalid command: buy. error=
                    {"cmd":"buy","params":{"price":"NaN","size":"1"}}        | Invalid command: buy. error=
                    {"cmd":"buy","params":{"price":"Infinity","size":"1"}}   | Invalid command: buy. error=
                    {"cmd":"buy","params":{"price":"1e100000000","size":"1"}}| Invalid command: buy. error=
                    {"cmd":"register","params":{"username":["x"]}}           | Invalid command: register. error=
                    """)
    void malformedInputIsAnsweredAndTheConnectionStays(String frame, String message) throws Exception {
        try (Bot bot = newcomer()) {
            bot.send(frame);

            assertRefused(bot.next(), message);
            assertOk(bot.ask("price"), "Market price.");
        }
    }

    @Test
    void decimalsMayBeNumbersOrTextsInScientificForm() throws Exception {
        try (Bot bot = newcomer()) {
            bot.send("{\"cmd\":\"sell\",\"params\":{\"price\":999999.00,\"size\":0.01}}");
            assertOk(bot.next(), "Sell order placed.");
            bot.send("{\"cmd\":\"sell\",\"params\":{\"price\":\"9.9999900E+5\",\"size\":\"1.000E-7\"}}");
            JsonNode second = bot.next();

            assertOk(second, "Sell order placed.");
            assertThat(second.get("data").get("size").asString()).isEqualTo("1.000E-7");
            for (JsonNode order : bot.ask("orders").get("data").get("maker")) {
                bot.ask("cancel", Map.of("order_id", order.get("id").asString()));
            }
        }
    }

    static void assertOk(JsonNode reply, String message) {
        assertThat(reply.get("message").asString()).as(reply.toString()).isEqualTo(message);
        assertThat(reply.get("status").asBoolean()).isTrue();
        assertThat(reply.has("data")).isTrue();
    }

    static void assertRefused(JsonNode reply, String message) {
        assertThat(reply.get("message").asString()).as(reply.toString()).startsWith(message);
        assertThat(reply.get("status").asBoolean()).isFalse();
        assertThat(reply.get("data").isNull()).isTrue();
        assertThat(reply.get("code").asString()).isNotBlank();
    }
}
