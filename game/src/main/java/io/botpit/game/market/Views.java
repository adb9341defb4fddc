package io.botpit.game.market;

import io.botpit.game.Intent.PlaceOrder;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderStatus;
import io.botpit.game.OrderView;
import io.botpit.game.Progress;
import io.botpit.game.book.Order;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Quantity;

/** Orders as others see them. */
final class Views {
    private Views() {}

    static OrderView of(Order order, Pair pair) {
        return view(order, pair, OrderStatus.OPEN, open(order));
    }

    static OrderView filled(Order order, Pair pair) {
        return view(order, pair, OrderStatus.FILLED, Quantity.NONE);
    }

    static OrderView cancelled(Order order, Pair pair) {
        return view(order, pair, OrderStatus.CANCELLED, quantity(order.open()));
    }

    private static OrderView view(Order order, Pair pair, OrderStatus status, Quantity open) {
        return new OrderView(
                placementNow(order, pair),
                new Progress(status, open, quantity(order.filled()), pair.shown(order.traded())));
    }

    /** Of an order that nobody has met yet it is the size that was asked for. */
    private static Quantity open(Order order) {
        return order.terms().kind() instanceof OrderKind.Limit limit
                        && limit.size().lots() == order.open()
                ? limit.size()
                : quantity(order.open());
    }

    private static Quantity quantity(long lots) {
        return lots == 0 ? Quantity.NONE : new Quantity(lots);
    }

    /** What it came with, its terms less what amendments and self-trade prevention took off. */
    private static OrderView.Placement placementNow(Order order, Pair pair) {
        if (order.shrunk() == 0) {
            return order.placement();
        }
        PlaceOrder terms = order.terms();
        OrderKind kind = switch (terms.kind()) {
            case OrderKind.Limit(var price, var size, var timeInForce) ->
                new OrderKind.Limit(price, new Quantity(size.lots() - order.shrunk()), timeInForce);
            case OrderKind.MarketBySize(var size) ->
                new OrderKind.MarketBySize(new Quantity(size.lots() - order.shrunk()));
            case OrderKind.MarketByBudget(var budget) ->
                new OrderKind.MarketByBudget(new Amount(budget.units() - order.shrunk() * pair.unitsPerTickLot()));
        };
        return order.placement()
                .with(new PlaceOrder(
                        terms.symbol(), terms.side(), kind, terms.selfTradePrevention(), terms.clientId()));
    }
}
