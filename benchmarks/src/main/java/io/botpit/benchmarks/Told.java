package io.botpit.benchmarks;

import io.botpit.game.Intent;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderReference;
import io.botpit.game.PlayerId;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.TimeInForce;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import java.util.List;

/** A row and the same in the words of our game: a server gets them from its protocol, and a book is not to pay for that. */
record Told(Row row, OrderId order, PlayerId player, Intent wish) {
    static final Symbol SYMBOL = new Symbol("BTC/USD");

    static List<Told> all(List<Row> rows) {
        return rows.stream().map(Told::of).toList();
    }

    static Told of(Row row) {
        OrderId order = new OrderId(row.order());
        Intent wish = switch (row.op()) {
            case LIMIT -> place(row, TimeInForce.GOOD_TILL_CANCELLED);
            case IMMEDIATE -> place(row, TimeInForce.IMMEDIATE_OR_CANCEL);
            case CANCEL -> new Intent.CancelOrder(new OrderReference.ByNumber(order));
        };
        return new Told(row, order, new PlayerId(row.user()), wish);
    }

    private static Intent place(Row row, TimeInForce timeInForce) {
        return new Intent.PlaceOrder(
                SYMBOL,
                row.side(),
                new OrderKind.Limit(new Price(row.ticks()), new Quantity(row.lots()), timeInForce),
                SelfTradePrevention.CANCEL_TAKER,
                null);
    }
}
