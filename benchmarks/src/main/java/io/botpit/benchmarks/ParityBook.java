package io.botpit.benchmarks;

import com.paritytrading.parity.match.OrderBook;
import com.paritytrading.parity.match.OrderBookListener;
import com.paritytrading.parity.match.Side;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * Parity's order book. It knows no immediate-or-cancel: what rests of one is cancelled at once. And it must not be asked to
 * cancel what has traded, or it may lose a whole level; as in its own server, the caller knows what is open.
 */
final class ParityBook implements Book {
    private final Report report = new Report();
    private final OrderBook book = new OrderBook(report);

    @Override
    public void apply(Told told, Fills fills) {
        Row row = told.row();
        report.fills = fills;
        if (row.op() == Row.Op.CANCEL) {
            if (report.open.remove(row.order())) {
                book.cancel(row.order(), 0);
            }
            return;
        }
        Side side = row.side() == io.botpit.game.Side.BUY ? Side.BUY : Side.SELL;
        book.enter(row.order(), side, row.ticks(), row.lots());
        if (row.op() == Row.Op.IMMEDIATE && report.open.remove(row.order())) {
            book.cancel(row.order(), 0);
        }
    }

    private static final class Report implements OrderBookListener {
        private Fills fills = (_, _, _, _) -> {};
        private final LongOpenHashSet open = new LongOpenHashSet();

        @Override
        public void match(long maker, long taker, Side takerSide, long ticks, long lots, long makerOpen) {
            fills.fill(taker, maker, ticks, lots);
            if (makerOpen == 0) {
                open.remove(maker);
            }
        }

        @Override
        public void add(long order, Side side, long ticks, long lots) {
            open.add(order);
        }

        @Override
        public void cancel(long order, long lots, long left) {
            // Nobody asked for the outcome of a cancel: the book at the end shows it.
        }
    }
}
