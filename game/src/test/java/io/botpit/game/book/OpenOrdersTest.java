package io.botpit.game.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.InvariantBroken;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.TimeInForce;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OpenOrdersTest {
    private static final Price PRICE = new Price(100);

    private final OpenOrders open = new OpenOrders();

    @Test
    void whoeverComesAndGoesEachIsFoundByItsNumberAlone() {
        TreeMap<Long, Order> expected = new TreeMap<>();
        SplittableRandom random = new SplittableRandom(1);
        for (long number = 1; number <= 20_000; number++) {
            Order order = order(number);
            open.add(order);
            expected.put(number, order);
            // Young ones go first, and old ones from anywhere.
            while (random.nextInt(100) < 48 && !expected.isEmpty()) {
                Map.Entry<Long, Order> gone = random.nextBoolean()
                        ? expected.lastEntry()
                        : expected.ceilingEntry(1 + random.nextLong(expected.lastKey()));
                open.remove(gone.getValue());
                expected.remove(gone.getKey());
            }
        }

        for (long number = 1; number <= 20_001; number++) {
            assertThat(open.find(new OrderId(number))).as("order %s", number).isSameAs(expected.get(number));
        }
        assertThat(expected).hasSizeGreaterThan(500);
    }

    @Test
    void nobodyIsTakenInTwiceOrOutTwice() {
        Order order = order(7);
        open.add(order);

        assertThatThrownBy(() -> open.add(order(7))).isInstanceOf(InvariantBroken.class);
        open.remove(order);
        assertThatThrownBy(() -> open.remove(order)).isInstanceOf(InvariantBroken.class);
    }

    private static Order order(long number) {
        Intent.PlaceOrder terms = new Intent.PlaceOrder(
                new Symbol("BTC/USD"),
                Side.BUY,
                new OrderKind.Limit(PRICE, new Quantity(1), TimeInForce.GOOD_TILL_CANCELLED),
                SelfTradePrevention.CANCEL_TAKER,
                null);
        return new Order(
                new OrderView.Placement(new OrderId(number), new PlayerId(1), terms, PRICE, GameTime.EPOCH), 1, 0);
    }
}
