package io.botpit.benchmarks;

import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.OrderView;
import io.botpit.game.book.Executions;
import io.botpit.game.book.OpenOrders;
import io.botpit.game.book.Order;
import io.botpit.game.book.OrderBook;
import io.botpit.game.book.OrderPool;
import io.botpit.game.book.Stop;
import io.botpit.game.money.Price;

/** Our order book, driven as a market drives it: open orders are found by number, changes are drained after each command. */
final class BotpitBook implements Book {
    private static final Price MARK = new Price(100_000);

    private final OrderBook book = new OrderBook();
    private final OpenOrders open = new OpenOrders();
    private final OrderPool pool = new OrderPool();
    private final Report report = new Report();

    @Override
    public void apply(Told told, Fills fills) {
        report.fills = fills;
        switch (told.wish()) {
            case Intent.PlaceOrder terms -> place(told, terms);
            case Intent.CancelOrder _ -> cancel(told);
            case Intent.CancelAll _, Intent.AmendOrder _, Intent.CancelAfter _, Intent.Say _ ->
                throw new IllegalStateException("not in the stream: " + told.wish());
        }
        book.checkNotCrossed();
        book.drainChanges((_, _, _) -> {});
    }

    private void place(Told told, Intent.PlaceOrder terms) {
        Order order = pool.take(
                new OrderView.Placement(told.order(), told.player(), terms, MARK, GameTime.EPOCH),
                told.player().number(),
                0);
        Stop stop = book.match(order, order.ticks(), report);
        if (stop == Stop.NO_MORE_LIQUIDITY && terms.kind().mayRest()) {
            book.rest(order);
            open.add(order);
        } else {
            pool.giveBack(order);
        }
    }

    private void cancel(Told told) {
        Order order = open.find(told.order());
        if (order != null && order.isOf(told.player())) {
            book.remove(order);
            forget(order);
        }
    }

    private void forget(Order order) {
        open.remove(order);
        pool.giveBack(order);
    }

    private final class Report implements Executions {
        private Fills fills = (_, _, _, _) -> {};

        @Override
        public void traded(Order maker, Order taker, long lots) {
            fills.fill(taker.number(), maker.number(), maker.ticks(), lots);
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
}
