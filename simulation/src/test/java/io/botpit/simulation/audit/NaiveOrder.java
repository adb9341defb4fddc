package io.botpit.simulation.audit;

import io.botpit.game.GameTime;
import io.botpit.game.Intent.PlaceOrder;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderStatus;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.Progress;
import io.botpit.game.Side;
import io.botpit.game.TimeInForce;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;

/** An accepted order. Sizes are lots, {@code budget}, {@code traded} and {@code held} are units. */
final class NaiveOrder {
    final long number;
    final PlayerId owner;
    final Instrument instrument;
    final Price markAtPlacement;
    final GameTime placedAt;

    PlaceOrder terms;
    OrderStatus status = OrderStatus.OPEN;
    long open;
    long budget;
    long filled;
    long traded;
    long held;

    /** Whether it gave up anything against an order of the same owner. */
    boolean shrunk;

    NaiveOrder(long number, Wish wish, Price mark, GameTime placedAt) {
        this.number = number;
        this.owner = wish.player();
        this.instrument = wish.instrument();
        this.terms = wish.terms();
        this.markAtPlacement = mark;
        this.placedAt = placedAt;
        this.open = wish.size();
        this.budget = wish.terms().kind() instanceof OrderKind.MarketByBudget(Amount all) ? all.units() : 0;
    }

    /** An order that somebody wants to place, for an instrument that exists. */
    record Wish(PlayerId player, Instrument instrument, PlaceOrder terms) {
        long size() {
            return switch (terms.kind()) {
                case OrderKind.Limit limit -> limit.size().lots();
                case OrderKind.MarketBySize(Quantity size) -> size.lots();
                case OrderKind.MarketByBudget _ -> 0;
            };
        }
    }

    boolean isBuy() {
        return terms.side() == Side.BUY;
    }

    boolean isByBudget() {
        return terms.kind() instanceof OrderKind.MarketByBudget;
    }

    /** Whether what is left of it may wait in the book. */
    boolean mayRest() {
        return mayRest(terms.kind());
    }

    static boolean mayRest(OrderKind kind) {
        return kind instanceof OrderKind.Limit limit
                && (limit.timeInForce() == TimeInForce.GOOD_TILL_CANCELLED
                        || limit.timeInForce() == TimeInForce.POST_ONLY);
    }

    /** Ticks; only limit orders have it. */
    long limit() {
        return switch (terms.kind()) {
            case OrderKind.Limit limit -> limit.price().ticks();
            case OrderKind.MarketBySize _, OrderKind.MarketByBudget _ -> throw new IllegalStateException("no limit");
        };
    }

    boolean isLimit() {
        return terms.kind() instanceof OrderKind.Limit;
    }

    /** What is held while it is open: the quote for a buy, the base for a sale. */
    Asset heldAsset() {
        return isBuy() ? instrument.quote() : instrument.base();
    }

    /** What it could trade at this price, in lots. */
    long wants(long ticks) {
        return isByBudget() ? budget / (ticks * instrument.unitsPerTickLot()) : open;
    }

    /** A budget is spent when less than one tick-lot of it is left. */
    boolean isSpent() {
        return isByBudget() ? budget < instrument.unitsPerTickLot() : open == 0;
    }

    /** Shrinks what was asked for by some lots at a price, without trading. */
    void shrink(long lots, long ticks) {
        shrunk = true;
        if (isByBudget()) {
            budget -= lots * ticks * instrument.unitsPerTickLot();
        } else {
            open -= lots;
        }
        terms = withKind(
                switch (terms.kind()) {
                    case OrderKind.Limit(Price price, Quantity size, TimeInForce force) ->
                        new OrderKind.Limit(price, new Quantity(size.lots() - lots), force);
                    case OrderKind.MarketBySize(Quantity size) ->
                        new OrderKind.MarketBySize(new Quantity(size.lots() - lots));
                    case OrderKind.MarketByBudget(Amount all) ->
                        new OrderKind.MarketByBudget(
                                new Amount(all.units() - lots * ticks * instrument.unitsPerTickLot()));
                });
    }

    private PlaceOrder withKind(OrderKind kind) {
        return new PlaceOrder(terms.symbol(), terms.side(), kind, terms.selfTradePrevention(), terms.clientId());
    }

    OrderView view() {
        return new OrderView(
                new OrderView.Placement(new OrderId(number), owner, terms, markAtPlacement, placedAt),
                new Progress(status, new Quantity(open), new Quantity(filled), new Amount(traded)));
    }
}
