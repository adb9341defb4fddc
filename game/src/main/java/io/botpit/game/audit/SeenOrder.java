package io.botpit.game.audit;

import io.botpit.game.Intent.PlaceOrder;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderStatus;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import io.botpit.game.TimeInForce;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Quantity;

/** An order as the events tell of it. */
final class SeenOrder {
    final OrderView first;
    final Instrument instrument;
    OrderStatus status = OrderStatus.OPEN;
    long open;
    long filled;
    long traded;

    /** What an order by budget may still spend, in units. */
    long budget;

    SeenOrder(OrderView first, Instrument instrument) {
        this.first = first;
        this.instrument = instrument;
        this.open = first.progress().open().lots();
        this.budget = first.terms().kind() instanceof OrderKind.MarketByBudget(Amount all) ? all.units() : 0;
    }

    long number() {
        return first.id().number();
    }

    PlayerId owner() {
        return first.owner();
    }

    PlaceOrder terms() {
        return first.terms();
    }

    boolean isBuy() {
        return terms().side() == Side.BUY;
    }

    boolean isOpen() {
        return status == OrderStatus.OPEN;
    }

    boolean isLimit() {
        return terms().kind() instanceof OrderKind.Limit;
    }

    boolean isByBudget() {
        return terms().kind() instanceof OrderKind.MarketByBudget;
    }

    boolean mayRest() {
        return terms().kind() instanceof OrderKind.Limit limit
                && (limit.timeInForce() == TimeInForce.GOOD_TILL_CANCELLED
                        || limit.timeInForce() == TimeInForce.POST_ONLY);
    }

    /** Ticks; an order without a limit takes any price. */
    long limit() {
        if (terms().kind() instanceof OrderKind.Limit limit) {
            return limit.price().ticks();
        }
        return isBuy() ? Long.MAX_VALUE : 0;
    }

    boolean takes(long ticks) {
        return isBuy() ? ticks <= limit() : ticks >= limit();
    }

    /** Its place in the queue of its side and instrument. */
    Rank rank() {
        return Rank.of(isBuy(), limit(), number());
    }

    /** Better prices first, then the older one. */
    record Rank(long price, long number) implements Comparable<Rank> {
        static Rank of(boolean buy, long ticks, long number) {
            return new Rank(buy ? -ticks : ticks, number);
        }

        @Override
        public int compareTo(Rank other) {
            int byPrice = Long.compare(price, other.price);
            return byPrice == 0 ? Long.compare(number, other.number) : byPrice;
        }
    }

    /** Lots that a view speaks of in its terms; of an order by budget what it has traded. */
    static long sizeOf(OrderView view) {
        return switch (view.terms().kind()) {
            case OrderKind.Limit limit -> limit.size().lots();
            case OrderKind.MarketBySize(Quantity size) -> size.lots();
            case OrderKind.MarketByBudget _ -> view.progress().filled().lots();
        };
    }

    long notional(long lots, long ticks) {
        return lots * ticks * instrument.unitsPerTickLot();
    }
}
