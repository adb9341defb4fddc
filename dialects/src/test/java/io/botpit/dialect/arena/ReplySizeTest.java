package io.botpit.dialect.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.dialect.Asked;
import io.botpit.dialect.Correlation;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Viewer;
import io.botpit.game.Answer;
import io.botpit.game.ClientOrderId;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderStatus;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.Progress;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.TimeInForce;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import io.botpit.protocol.PageRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** cxgame's client closes the connection at 1 MiB. */
class ReplySizeTest {
    private static final int CLIENT_BYTES_MAX = 1 << 20;
    private static final Viewer VIEWER = new Viewer(
            new PlayerId(1), ClientRequestsTest.PLAYER.game(), ClientRequestsTest.PLAYER.rules(), _ -> "n".repeat(64));

    @Test
    void theLongestListOfTheLongestOrdersFits() {
        Asked asked = new Asked(null, null, PageRecord.LIMIT_MAX, null);
        Reply reply = new Reply.Answered(new Answer.Orders(orders(5_000)));

        String text = new ArenaDialect().encode(new Correlation("all_orders", null, asked), reply, VIEWER);

        assertThat(text.length()).isLessThan(CLIENT_BYTES_MAX);
        assertThat(text).contains("\"page\": {\"limit\": 1500, \"older\": 3500, \"newer\": 0");
    }

    @Test
    void unaskedTheNewestThousandAreKept() {
        Reply reply = new Reply.Answered(new Answer.Orders(orders(5_000)));

        String text = new ArenaDialect().encode(new Correlation("completed", null), reply, VIEWER);

        assertThat(text).contains("\"page\": {\"limit\": 1000, \"older\": 4000, \"newer\": 0");
    }

    private static List<OrderView> orders(int count) {
        List<OrderView> orders = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            orders.add(new OrderView(
                    new OrderView.Placement(
                            new OrderId(i),
                            new PlayerId(1),
                            new Intent.PlaceOrder(
                                    new Symbol("ETH/USD"),
                                    Side.BUY,
                                    new OrderKind.Limit(
                                            new Price(99_999_999),
                                            new Quantity(922_337_203_685L),
                                            TimeInForce.POST_ONLY),
                                    SelfTradePrevention.CANCEL_TAKER,
                                    new ClientOrderId("c".repeat(64))),
                            new Price(99_999_999),
                            new GameTime(1_767_225_600_123_456L)),
                    new Progress(
                            OrderStatus.OPEN,
                            new Quantity(922_337_203_684L),
                            new Quantity(1),
                            new Amount(99_999_999))));
        }
        return orders;
    }
}
