package io.botpit.dialect.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.dialect.Decoded;
import io.botpit.dialect.Viewer;
import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.rules.Presets;
import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.Json;
import io.botpit.protocol.PushType;
import io.botpit.protocol.RequestFrame;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the client library can send, the server understands. */
class ClientRequestsTest {
    static final Viewer PLAYER =
            new Viewer(new PlayerId(1), new GameId("demo"), Presets.named(Presets.CLASSIC, 1), _ -> "alice");

    private static final BigDecimal ONE = BigDecimal.ONE;

    static Stream<RequestFrame> requests() {
        return Stream.concat(withParameters(), bare().map(RequestFrame::of));
    }

    private static Stream<RequestFrame> withParameters() {
        return Stream.of(
                RequestFrame.register("alice"),
                RequestFrame.auth("alice", "0".repeat(64)),
                RequestFrame.auth("alice", "0".repeat(64)).with("bot_version", "2.0.1-rc+7"),
                RequestFrame.authByPassword("alice", "long enough"),
                RequestFrame.buy(ONE, ONE).withTimeInForce("ioc").withSelfTradePrevention("decrement"),
                RequestFrame.sell(ONE, ONE).postOnly().withClientOrderId("a:b-c_d.1"),
                RequestFrame.buyMarket(BigDecimal.TEN),
                RequestFrame.buyMarketBySize(ONE).withSymbol("ETH/USD"),
                RequestFrame.sellMarket(new BigDecimal("1E-8")),
                RequestFrame.buy(ONE, ONE).asTest(),
                RequestFrame.cancel("0".repeat(64)),
                RequestFrame.cancelByClientId("mine-1"),
                RequestFrame.amend("0".repeat(64), ONE),
                RequestFrame.cancelAfter(86_400_000),
                RequestFrame.cancelOnDisconnect(true),
                RequestFrame.broadcast(Json.object().put("a", 1).build()),
                RequestFrame.join("demo"),
                RequestFrame.depth("BTC/USD", 10),
                RequestFrame.subscribe(List.of(PushType.values())),
                RequestFrame.unsubscribe(List.of(PushType.BOOK)),
                RequestFrame.resume(17, List.of(PushType.BOOK)),
                RequestFrame.of(ArenaCommand.SET_PASSWORD).with("password", "long enough"));
    }

    private static Stream<ArenaCommand> bare() {
        return Stream.of(
                ArenaCommand.PRICE,
                ArenaCommand.ORDERS,
                ArenaCommand.ALL_ORDERS,
                ArenaCommand.WALLETS,
                ArenaCommand.FILLS,
                ArenaCommand.COMPLETED,
                ArenaCommand.AUDIT,
                ArenaCommand.SHUTDOWN,
                ArenaCommand.START,
                ArenaCommand.PAUSE,
                ArenaCommand.HELLO,
                ArenaCommand.PING,
                ArenaCommand.GAMES,
                ArenaCommand.STANDINGS,
                ArenaCommand.CANCEL_ALL,
                ArenaCommand.ROTATE_TOKEN);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyRequestIsUnderstood(RequestFrame request) {
        Decoded decoded = new ArenaDialect().decode(request.withId("x").text(), PLAYER);

        assertThat(decoded).isInstanceOf(Decoded.Ok.class);
        assertThat(decoded.correlation().command()).isEqualTo(request.command().word());
        assertThat(decoded.correlation().id()).isEqualTo("\"x\"");
    }

    @Test
    void everyCommandCanBeSent() {
        assertThat(requests().map(RequestFrame::command).distinct()).containsExactlyInAnyOrder(ArenaCommand.values());
    }
}
