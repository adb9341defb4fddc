package io.botpit.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frames in, frames out; ids count from 1. */
class ConversationTest {
    static final String HELLO = """
            {"status": true, "message": "Hello.", "data": {"protocol": "arena", "version": 1, "behavior": 1, "now": 1000.0,
             "game": {"id": "g1", "title": "Game", "phase": "running", "players": 2, "default": true,
                      "started_at": 990.0, "ends_at": 1060.0, "left_ms": 60000},
             "preset": "classic", "limits": {"orders_open_max": 5000}, "channels": ["book"],
             "instruments": [{"symbol": "BTC/USD", "price_decimals": 2, "size_decimals": 8, "price_min": "0.10",
                              "price_max": "1000000.00", "size_min": "0.00000001", "size_max": "10000000",
                              "amount_min": "10.00"}]}, "id": "%s"}""";

    private final Tokens tokens = Tokens.inMemory();
    private final List<Update> told = new ArrayList<>();
    private final List<View> seen = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();
    private Conversation conversation;
    /** Of a bot that goes on with the next game. */
    private Conversation staying;

    @BeforeEach
    void connect() throws IOException {
        Bot bot = new Bot("ann", tokens, (view, update) -> {
            told.add(update);
            seen.add(view);
            List<Wish> now = List.copyOf(wishes);
            wishes.clear();
            return now;
        });
        conversation = new Conversation(bot, BotSettings.standard());
        staying = new Conversation(bot, BotSettings.standard().staying());
        conversation.opened(0);
    }

    @Test
    void theFirstTimeItRegistersAndKeepsItsToken() throws IOException {
        assertThat(due())
                .containsExactly("{\"cmd\": \"register\", \"params\": {\"username\": \"ann\"}, \"id\": \"1\"}");

        reply(1, "\"secret\"");

        assertThat(tokens.load()).contains("secret");
        assertThat(due()).containsExactly("{\"cmd\": \"hello\", \"params\": {}, \"id\": \"2\"}");
    }

    @Test
    void withATokenItLogsInAndSubscribesAfterHello() throws IOException {
        tokens.save("secret");
        conversation.opened(0);

        assertThat(due())
                .containsExactly("{\"cmd\": \"auth\", \"params\": {\"username\": \"ann\", \"token\": \"secret\"},"
                        + " \"id\": \"1\"}");
        reply(1, "null");
        due();
        hear(HELLO.formatted("2"));

        assertThat(due())
                .containsExactly(
                        "{\"cmd\": \"subscribe\", \"params\": {\"channels\": [\"book\", \"trades\", \"orders\","
                                + " \"fills\", \"wallet\", \"game\"]}, \"id\": \"3\"}");
    }

    @Test
    void aNameThatTheServerForgotIsRegisteredAnew() throws IOException {
        tokens.save("old");
        conversation.opened(0);
        due();

        refusal(1, "unknown_name", "User is not registered.");

        assertThat(due()).singleElement().asString().contains("register");
    }

    @Test
    void aTakenNameEndsTheRun() {
        due();

        refusal(1, "name_taken", "User already registered.");

        assertThat(conversation.ending()).contains(new Ending(Ending.Kind.TURNED_AWAY, "User already registered."));
    }

    @Test
    void aBusyServerIsTriedAgain() {
        due();

        refusal(1, "busy", "Busy.");

        assertThat(conversation.ending()).isEmpty();
        assertThat(conversation.isBroken(0)).isTrue();
    }

    @Test
    void theStrategyIsAskedWhenTheViewIsComplete() {
        enter();

        assertThat(told).first().isEqualTo(new Update.Ready());
        View view = seen.getFirst();
        assertThat(view.player()).isEqualTo("ann");
        assertThat(view.leftMillis()).isEqualTo(60_000);
        assertThat(view.balance("USD").free()).isEqualTo(new BigDecimal("100.00"));
        assertThat(view.market("BTC/USD").bestBid())
                .isEqualTo(new Market.Level(new BigDecimal("999.00"), new BigDecimal("1.5")));
        assertThat(view.market("BTC/USD").mark()).isEqualTo(new BigDecimal("1000.00"));
    }

    @Test
    void theStrategyIsNotAskedWhileAWishIsUnanswered() {
        enter();
        wishes.add(new Wish.Limit("BTC/USD", Side.BUY, new BigDecimal("990.00"), new BigDecimal("0.5")));
        conversation.beat(500);
        told.clear();

        assertThat(due())
                .containsExactly("{\"cmd\": \"buy\", \"params\": {\"price\": \"990.00\", \"size\": \"0.5\","
                        + " \"symbol\": \"BTC/USD\", \"client_order_id\": \"500-1\"}, \"id\": \"4\"}");
        conversation.beat(1_000);
        conversation.beat(1_500);
        assertThat(told).isEmpty();

        reply(4, order("aa", "open", "0.5000000000"));
        assertThat(told).containsExactly(new Update.Beat());
        assertThat(seen.getLast().orders())
                .containsExactly(new OpenOrder(
                        "aa", "BTC/USD", Side.BUY, new BigDecimal("990.00"), new BigDecimal("0.5000000000")));
    }

    @Test
    void anOrderThatIsGoneBeforeItsReplyStaysGone() {
        enter();
        wishes.add(new Wish.Limit("BTC/USD", Side.BUY, new BigDecimal("990.00"), new BigDecimal("0.5")));
        conversation.beat(500);
        due();

        push(
                "orders",
                11,
                10,
                "\"orders\": [{\"event\": \"accepted\", \"order\": %s}, {\"event\": \"completed\", \"order\": %s}]"
                        .formatted(order("aa", "open", "0.5000000000"), order("aa", "filled", "0.00")));
        reply(4, order("aa", "open", "0.5000000000"));
        conversation.beat(1_000);

        assertThat(seen.getLast().orders()).isEmpty();
    }

    @Test
    void aPartialFillShrinksTheOrderWhicheverChannelTellsFirst() {
        enter();

        push("fills", 11, 10, """
                "fills": [{"fill_id": "f", "filled_size": "0.2000000000", "price": "990.00", "buy_id": "aa", "sell_id": "zz",
                           "symbol": "BTC/USD", "side": "buy", "role": "taker"}]""");
        push(
                "orders",
                11,
                10,
                "\"orders\": [{\"event\": \"accepted\", \"order\": %s}]"
                        .formatted(order("aa", "open", "0.5000000000")));
        conversation.beat(500);

        assertThat(seen.getLast().orders())
                .singleElement()
                .extracting(OpenOrder::size)
                .isEqualTo(new BigDecimal("0.3000000000"));
        assertThat(told)
                .contains(new Update.Filled(
                        "aa", "BTC/USD", Side.BUY, new BigDecimal("990.00"), new BigDecimal("0.2000000000")));
    }

    @Test
    void changesFollowEachOtherAndOldOnesAreIgnored() {
        enter();

        push("wallet", 12, 10, "\"assets\": {\"USD\": {\"free\": \"90.00\", \"held\": \"10.00\"}}");
        push("wallet", 11, 10, "\"assets\": {\"USD\": {\"free\": \"1.00\", \"held\": \"1.00\"}}");
        conversation.beat(500);

        assertThat(seen.getLast().balance("USD").free()).isEqualTo(new BigDecimal("90.00"));
        assertThat(due()).isEmpty();
    }

    @Test
    void aGapIsFilledByANewSnapshot() {
        enter();

        push("wallet", 15, 13, "\"assets\": {\"USD\": {\"free\": \"1.00\", \"held\": \"1.00\"}}");

        assertThat(due())
                .containsExactly("{\"cmd\": \"subscribe\", \"params\": {\"channels\": [\"wallet\"]}, \"id\": \"4\"}");
        assertThat(seen.getLast().balance("USD").free()).isEqualTo(new BigDecimal("100.00"));
    }

    @Test
    void aGapIsAskedAboutOnceAndAgainWhenNothingComes() {
        enter();
        push("wallet", 15, 13, "\"assets\": {}");
        due();
        reply(4, "{}");

        push("wallet", 16, 15, "\"assets\": {}");
        assertThat(due()).isEmpty();

        conversation.heard("{\"type\": \"wallet\", \"seq\": 17, \"prev\": 16, \"assets\": {}}", 6_000);
        assertThat(due()).singleElement().asString().contains("subscribe");
    }

    @Test
    void missedFillsAskForTheOrdersAnew() {
        enter();
        push("fills", 11, 10, "\"fills\": []");

        push("fills", 15, 13, "\"fills\": []");

        assertThat(due())
                .containsExactly("{\"cmd\": \"subscribe\", \"params\": {\"channels\": [\"orders\"]}, \"id\": \"4\"}");
    }

    @Test
    void aRefusalIsToldToTheStrategy() {
        enter();
        Wish cancel = new Wish.Cancel("aa");
        wishes.add(cancel);
        conversation.beat(500);
        due();

        refusal(4, "unknown_order", "Order not found: aa");

        assertThat(told).last().isEqualTo(new Update.Refused(cancel, "unknown_order", "Order not found: aa"));
    }

    @Test
    void afterALostConnectionItResumesWhereItWas() throws IOException {
        enter();
        push("wallet", 12, 10, "\"assets\": {\"USD\": {\"free\": \"90.00\", \"held\": \"10.00\"}}");

        conversation.opened(2_000);
        due();
        reply(4, "null");
        due();
        hear(HELLO.formatted("5"));

        assertThat(due())
                .singleElement()
                .asString()
                .contains("\"cmd\": \"resume\"")
                .contains("\"after\": 10");
        told.clear();
        refusal(6, "resync", "Too old.");
        assertThat(due()).singleElement().asString().contains("\"cmd\": \"subscribe\"");
        assertThat(told).isEmpty();
        reply(7, "{}");
        assertThat(told).isEmpty();
        snapshots();
        assertThat(told).contains(new Update.Ready());
    }

    @Test
    void whoeverLeavesCancelsAndIsAskedNothingMore() {
        enter();
        told.clear();

        conversation.leave(500);
        assertThat(due()).containsExactly("{\"cmd\": \"cancel_all\", \"params\": {}, \"id\": \"4\"}");
        reply(4, "[]");
        conversation.beat(1_000);

        assertThat(told).isEmpty();
        assertThat(conversation.isIdle()).isTrue();
    }

    @Test
    void theEndOfTheGameEndsTheRun() {
        enter();

        push("game", 20, 10, "\"phase\": \"ended\", \"why\": \"time is up\", \"news\": []");

        assertThat(conversation.ending()).map(Ending::kind).contains(Ending.Kind.GAME_OVER);
    }

    @Test
    void whoStaysGoesOnWithTheGameTheServerHasItInNext() throws IOException {
        conversation = staying;
        conversation.opened(0);
        enter();
        push("game", 20, 10, "\"phase\": \"ended\", \"why\": \"time is up\", \"news\": []");
        assertThat(conversation.ending()).isEmpty();
        told.clear();

        conversation.beat(1_000);
        assertThat(due()).containsExactly("{\"cmd\": \"hello\", \"params\": {}, \"id\": \"4\"}");
        hear(HELLO.formatted("4"));
        conversation.beat(1_500);
        assertThat(due()).isEmpty();
        conversation.beat(2_000);
        due();
        hear(HELLO.formatted("5").replace("\"g1\"", "\"g2\""));

        assertThat(due()).singleElement().asString().contains("\"subscribe\"");
        assertThat(told).isEmpty();
        reply(6, "{\"seq\": 10}");
        snapshots();
        assertThat(told).first().isEqualTo(new Update.Ready());
    }

    @Test
    void aServerThatDoesNotAnswerIsNoticed() {
        due();

        assertThat(conversation.isBroken(Requests.REPLY_TIMEOUT_MILLIS)).isFalse();
        assertThat(conversation.isBroken(Requests.REPLY_TIMEOUT_MILLIS + 1)).isTrue();
    }

    @Test
    void rubbishIsIgnored() {
        enter();

        hear("not json");
        hear("[]");
        hear("{\"type\": \"novelty\", \"seq\": 1, \"prev\": 0}");

        assertThat(conversation.ending()).isEmpty();
        assertThat(conversation.isBroken(0)).isFalse();
    }

    private void enter() {
        due();
        reply(1, "\"secret\"");
        due();
        hear(HELLO.formatted("2"));
        due();
        reply(3, "{\"seq\": 10}");
        snapshots();
    }

    private void snapshots() {
        snapshot("book", "\"books\": {\"BTC/USD\": {\"bids\": [[\"999.00\", \"1.5\"]], \"asks\": []}}");
        snapshot("orders", "\"orders\": []");
        snapshot("wallet", "\"assets\": {\"USD\": {\"free\": \"100.00\", \"held\": \"0\"}}");
        snapshot(
                "game",
                "\"phase\": \"running\", \"ends_at\": 1060.0, \"left_ms\": 60000,"
                        + " \"marks\": {\"BTC/USD\": \"1000.00\"}, \"news\": []");
    }

    private List<String> due() {
        return conversation.due(0);
    }

    private void hear(String frame) {
        conversation.heard(frame, 0);
    }

    private void reply(int id, String data) {
        hear("{\"status\": true, \"message\": \"ok\", \"data\": %s, \"id\": \"%s\"}".formatted(data, id));
    }

    private void refusal(int id, String code, String message) {
        hear("{\"status\": false, \"message\": \"%s\", \"data\": null, \"id\": \"%s\", \"code\": \"%s\"}"
                .formatted(message, id, code));
    }

    private void snapshot(String type, String body) {
        hear("{\"type\": \"%s\", \"seq\": 10, \"prev\": 0, \"snapshot\": true, %s}".formatted(type, body));
    }

    private void push(String type, long seq, long prev, String body) {
        hear("{\"type\": \"%s\", \"seq\": %s, \"prev\": %s, %s}".formatted(type, seq, prev, body));
    }

    private static String order(String id, String status, String size) {
        return """
                {"timestamp": 1.5, "id": "%s", "size": "%s", "usd_used": "495.00", "price": "990.00", "side": "buy",
                 "status": "%s", "filled_size": "0.00", "user": "ann", "symbol": "BTC/USD"}""".formatted(id, size, status);
    }
}
