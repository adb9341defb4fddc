package io.botpit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerFrameTest {
    private static final PushStamp STAMP = PushStamp.ofChange(7, 5);
    private static final AssetRecord ASSET = new AssetRecord(number("8500.02"), number("1.5"));
    private static final OrderRecord LIMIT = new OrderRecord(
            number("1767225600.5"),
            "a".repeat(64),
            OrderRecord.BUY,
            "open",
            "alice",
            new OrderRecord.Numbers(number("1.5000000000"), false, number("1499.98"), number("999.99"), number("0.01")),
            new OrderRecord.Extras("BTC/USD", "mine-1", "ioc"));
    private static final OrderRecord MARKET = new OrderRecord(
            number("1767225600.5"),
            "b".repeat(64),
            OrderRecord.BUY_MARKET,
            "filled",
            "alice",
            new OrderRecord.Numbers(number("1.01"), true, null, number("999.99"), number("1.5000000000")),
            OrderRecord.Extras.NONE);
    private static final FillRecord FILL = new FillRecord(
            "c".repeat(64),
            number("0.5000000000"),
            number("999.99"),
            "a".repeat(64),
            "b".repeat(64),
            new FillRecord.Extras("BTC/USD", "buy", number("0.0001"), "BTC", "taker"));

    static Stream<PushFrame> pushes() {
        return Stream.of(
                new PushFrame.Books(
                        PushStamp.ofSnapshot(7),
                        Map.of(
                                "BTC/USD",
                                new BookRecord(List.of(new LevelRecord(number("999.99"), number("1.5"))), List.of()))),
                new PushFrame.Trades(
                        STAMP,
                        List.of(new TradeRecord(
                                number("1767225600.5"),
                                "BTC/USD",
                                number("999.99"),
                                number("0.5"),
                                "buy",
                                "a".repeat(64),
                                "b".repeat(64)))),
                new PushFrame.Orders(
                        STAMP,
                        List.of(
                                new OrderChange("accepted", null, LIMIT),
                                new OrderChange("cancelled", "player", MARKET))),
                new PushFrame.Fills(STAMP, List.of(FILL)),
                new PushFrame.Wallet(STAMP, Map.of("USD", ASSET)),
                new PushFrame.Standings(
                        STAMP,
                        List.of(new StandingRecord(
                                1, "alice", number("20000.01"), number("-0.01"), Map.of("USD", ASSET)))),
                new PushFrame.Game(
                        STAMP,
                        new GameState(
                                "running",
                                "started",
                                "full",
                                number("1767225600.5"),
                                5_000L,
                                List.of("bob"),
                                Map.of("BTC/USD", number("1000.01"))),
                        List.of(new NewsRecord("said", "alice", null, Json.text("hello")))));
    }

    static Stream<ReplyFrame> replies() {
        return Stream.of(
                ReplyFrame.done("Registered", Json.text("0".repeat(64))),
                ReplyFrame.refused("busy", "The server is busy: try again.", "detail")
                        .to(Json.number(17)),
                ReplyFrame.done("Open orders list.", Json.array(List.of(LIMIT.toJson())))
                        .to(Json.text("a"))
                        .with(new ReplyFrame.Extras(null, new PageRecord(10, 1, 2, "a".repeat(64)), true)));
    }

    @ParameterizedTest
    @MethodSource("pushes")
    void aPushIsReadAsItWasWritten(PushFrame push) {
        assertThat(ServerFrame.read(JsonText.ofRequests().write(push.toJson()))).isEqualTo(push);
    }

    @Test
    void everyChannelHasAPush() {
        assertThat(pushes().map(PushFrame::type)).containsExactlyInAnyOrder(PushType.values());
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyIsReadAsItWasWritten(ReplyFrame reply) {
        assertThat(ServerFrame.read(JsonText.ofRequests().write(reply.toJson())))
                .isEqualTo(reply);
    }

    @Test
    void recordsOfRepliesAreReadAsTheyWereWritten() {
        WalletRecord wallet = new WalletRecord(number("8500.02"), number("10.1"), Map.of("USD", ASSET));
        HelloRecord hello = new HelloRecord(
                1,
                1,
                number("1767225600.5"),
                new GameRecord("demo", "Demo", "running", 2, true, new GameRecord.Clock(number("1.5"), null, 5L), "ab"),
                "ranked",
                new ClosingRecord("reference", 60_000, 30_000, 10_000, 100),
                List.of(new InstrumentRecord(
                        "BTC/USD",
                        2,
                        8,
                        new InstrumentRecord.Bounds(
                                number("0.11"),
                                number("1000000.01"),
                                number("1E-8"),
                                number("10.5"),
                                number("10.5"),
                                number("50.5")))),
                new LimitsRecord(7, number("20000.5")),
                List.of("book"));

        assertThat(WalletRecord.from(wallet.toJson())).isEqualTo(wallet);
        assertThat(HelloRecord.from(hello.toJson())).isEqualTo(hello);
        assertThat(OrderRecord.from(LIMIT.toJson())).isEqualTo(LIMIT);
        assertThat(FillRecord.from(FILL.toJson())).isEqualTo(FILL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "7",
                "{}",
                "{\"type\":\"weather\",\"seq\":1,\"prev\":0}",
                "{\"type\":\"book\",\"seq\":\"x\",\"prev\":0}",
                "{\"type\":\"book\",\"seq\":1.5,\"prev\":0}",
                "{\"type\":\"book\",\"seq\":1,\"prev\":0,\"books\":[]}",
                "{\"type\":\"orders\",\"seq\":1,\"prev\":0,\"orders\":[{}]}",
                "{\"type\":\"trades\",\"seq\":1,\"prev\":0,\"trades\":[{\"timestamp\":1,\"symbol\":\"BTC/USD\",\"price\":\"1\","
                        + "\"size\":\"1\",\"taker\":\"both\",\"buy_id\":\"a\",\"sell_id\":\"b\"}]}",
                "{\"type\":\"fills\",\"seq\":1,\"prev\":0,\"fills\":[{\"fill_id\":\"c\",\"filled_size\":\"1\",\"price\":\"1\","
                        + "\"buy_id\":\"a\",\"sell_id\":\"b\",\"side\":\"both\",\"role\":\"maker\"}]}",
                "{\"status\":true}",
                "{\"status\":true,\"message\":7,\"data\":null}"
            })
    void whatIsNoFrameIsSaidToBeUnreadable(String text) {
        assertThat(ServerFrame.read(text)).isInstanceOf(ServerFrame.Unreadable.class);
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }
}
