package io.botpit.benchmarks;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import io.botpit.game.Side;

/** exchange-core's faster order book, without its ring buffer, accounts and risk engine. Its events are read, not only made. */
final class ExchangeCoreBook implements Book {
    private final IOrderBook book = new OrderBookDirectImpl(
            CoreSymbolSpecification.builder()
                    .symbolId(1)
                    .type(SymbolType.CURRENCY_EXCHANGE_PAIR)
                    .build(),
            ObjectsPool.createDefaultTestPool(),
            OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER,
            LoggingConfiguration.DEFAULT);
    private final OrderCommand command = new OrderCommand();

    @Override
    public void apply(Told told, Fills fills) {
        Row row = told.row();
        command.orderId = row.order();
        command.uid = row.user();
        command.action = row.side() == Side.BUY ? OrderAction.BID : OrderAction.ASK;
        command.matcherEvent = null;
        switch (row.op()) {
            case LIMIT -> place(row, OrderType.GTC);
            case IMMEDIATE -> place(row, OrderType.IOC);
            case CANCEL -> book.cancelOrder(command);
        }
        for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
            if (event.eventType == MatcherEventType.TRADE) {
                fills.fill(row.order(), event.matchedOrderId, event.price, event.size);
            }
        }
    }

    private void place(Row row, OrderType type) {
        command.orderType = type;
        command.price = row.ticks();
        command.reserveBidPrice = row.ticks();
        command.size = row.lots();
        book.newOrder(command);
    }
}
