package io.botpit.benchmarks;

import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.PlayerId;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.TimeInForce;
import io.botpit.game.book.Executions;
import io.botpit.game.book.OpenOrders;
import io.botpit.game.book.Order;
import io.botpit.game.book.OrderBook;
import io.botpit.game.book.OrderPool;
import io.botpit.game.book.Stop;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import java.util.HashMap;
import java.util.Map;

/** Our order book, driven as a market drives it: open orders are found by number, changes are drained after each command. */
final class BotpitBook implements Book {
    private static final Symbol SYMBOL = new Symbol("BTC/USD");
    private static final Price MARK = new Price(100_000);

    private final OrderBook book = new OrderBook();
    private final OpenOrders open = new OpenOrders();
    private final OrderPool pool = new OrderPool();
    private final Map<Integer, PlayerId> owners = new HashMap<>();

    @Override
    public void apply(Row row, Fills fills) {
        PlayerId owner = owners.computeIfAbsent(row.user(), PlayerId::new);
        switch (row.op()) {
            case LIMIT -> place(row, owner, TimeInForce.GOOD_TILL_CANCELLED, fills);
            case IMMEDIATE -> place(row, owner, TimeInForce.IMMEDIATE_OR_CANCEL, fills);
            case CANCEL -> {
                Order order = open.find(new OrderId(row.order()));
                if (order != null && order.owner().equals(owner)) {
                    book.remove(order);
                    forget(order);
                }
            }
        }
        book.checkNotCrossed();
        book.drainChanges((_, _, _) -> {});
    }

    private void place(Row row, PlayerId owner, TimeInForce timeInForce, Fills fills) {
        Intent.PlaceOrder terms = new Intent.PlaceOrder(
                SYMBOL,
                row.side(),
                new OrderKind.Limit(new Price(row.ticks()), new Quantity(row.lots()), timeInForce),
                SelfTradePrevention.CANCEL_TAKER,
                null);
        Order order = pool.take(new OrderId(row.order()), owner, new Order.Placement(terms, MARK, GameTime.EPOCH), 0);
        Stop stop = book.match(order, row.ticks(), new Report(fills));
        if (stop == Stop.NO_MORE_LIQUIDITY && terms.kind().mayRest()) {
            book.rest(order);
            open.add(order);
        } else {
            pool.giveBack(order);
        }
    }

    private final class Report implements Executions {
        private final Fills fills;

        private Report(Fills fills) {
            this.fills = fills;
        }

        @Override
        public void traded(Order maker, Order taker, long lots) {
            fills.fill(taker.id().number(), maker.id().number(), maker.ticks(), lots);
            if (maker.open() == 0) {
                forget(maker);
            }
        }

        @Override
        public void shrunk(Order maker, long lots) {
            throw new IllegalStateException("nobody meets himself in the stream: " + maker.id());
        }

        @Override
        public void cancelled(Order maker, long lots) {
            throw new IllegalStateException("nobody meets himself in the stream: " + maker.id());
        }
    }

    private void forget(Order order) {
        open.remove(order);
        pool.giveBack(order);
    }
}
