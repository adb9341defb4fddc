package io.botpit.game.market;

import io.botpit.game.ClientOrderId;
import io.botpit.game.GameTime;
import io.botpit.game.Intent.PlaceOrder;
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
import org.jspecify.annotations.Nullable;

/** A finished order in the memory of its owner. Immutable but for its place there. */
final class PastOrder extends History.Entry<PastOrder> {
    private final Pair pair;
    private final Side side;
    private final SelfTradePrevention selfTradePrevention;
    private final @Nullable ClientOrderId clientId;
    private final OrderStatus status;

    /** Only a limit order has one. */
    private final @Nullable TimeInForce timeInForce;

    private final boolean byBudget;
    private final long number;
    private final long ticks;

    /** Lots, or the units of a budget. */
    private final long size;

    private final long markTicks;
    private final long atMicros;
    private final long open;
    private final long filled;
    private final long tradedUnits;

    PastOrder(OrderView order, Pair pair) {
        this.pair = pair;
        PlaceOrder terms = order.terms();
        side = terms.side();
        selfTradePrevention = terms.selfTradePrevention();
        clientId = terms.clientId();
        timeInForce = terms.kind() instanceof OrderKind.Limit limit ? limit.timeInForce() : null;
        byBudget = terms.kind() instanceof OrderKind.MarketByBudget;
        ticks = terms.kind() instanceof OrderKind.Limit limit ? limit.price().ticks() : 0;
        size = switch (terms.kind()) {
            case OrderKind.Limit limit -> limit.size().lots();
            case OrderKind.MarketBySize bySize -> bySize.size().lots();
            case OrderKind.MarketByBudget market -> market.budget().units();
        };
        number = order.id().number();
        markTicks = order.markAtPlacement().ticks();
        atMicros = order.placedAt().micros();
        status = order.progress().status();
        open = order.progress().open().lots();
        filled = order.progress().filled().lots();
        tradedUnits = order.progress().traded().units();
    }

    OrderView of(PlayerId owner) {
        PlaceOrder terms = new PlaceOrder(pair.symbol(), side, kind(), selfTradePrevention, clientId);
        return new OrderView(
                new OrderView.Placement(
                        new OrderId(number), owner, terms, new Price(markTicks), new GameTime(atMicros)),
                new Progress(status, new Quantity(open), new Quantity(filled), new Amount(tradedUnits)));
    }

    private OrderKind kind() {
        if (timeInForce != null) {
            return new OrderKind.Limit(new Price(ticks), new Quantity(size), timeInForce);
        }
        return byBudget
                ? new OrderKind.MarketByBudget(new Amount(size))
                : new OrderKind.MarketBySize(new Quantity(size));
    }
}
