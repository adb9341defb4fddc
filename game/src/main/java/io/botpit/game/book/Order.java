package io.botpit.game.book;

import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.InvariantBroken;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import io.botpit.game.money.Price;
import org.jspecify.annotations.Nullable;

/**
 * An order on its way through the book: the only mutable thing in it. Others see {@link io.botpit.game.OrderView}.
 * One thread.
 */
public final class Order {
    /** The limit of a market order: it takes any price. */
    private static final long ANY_PRICE = -1;

    private final OrderId id;
    private final PlayerId owner;
    private final Placement placement;
    private final long ticks;

    private long open;
    private long filled;

    /** Price times size of all trades, in tick-lots. */
    private long traded;

    /** What an order by budget can still spend, in tick-lots; meaningless for the others. */
    private long budget;

    private final long budgetAtStart;

    /** What was taken off the terms by amendments and self-trade prevention: lots, or tick-lots of a budget. */
    private long shrunk;

    @Nullable
    PriceLevel level;

    @Nullable
    Order older;

    @Nullable
    Order newer;

    /**
     * Where an order comes from.
     *
     * @param mark of its instrument when it was placed
     */
    public record Placement(Intent.PlaceOrder terms, Price mark, GameTime at) {}

    /** @param budget in tick-lots, 0 unless the order is by budget */
    public Order(OrderId id, PlayerId owner, Placement placement, long budget) {
        this.id = id;
        this.owner = owner;
        this.placement = placement;
        this.budget = budget;
        budgetAtStart = budget;
        switch (placement.terms().kind()) {
            case OrderKind.Limit limit -> {
                ticks = limit.price().ticks();
                open = limit.size().lots();
            }
            case OrderKind.MarketBySize bySize -> {
                ticks = ANY_PRICE;
                open = bySize.size().lots();
            }
            case OrderKind.MarketByBudget _ -> ticks = ANY_PRICE;
        }
    }

    public OrderId id() {
        return id;
    }

    public PlayerId owner() {
        return owner;
    }

    public Placement placement() {
        return placement;
    }

    public Intent.PlaceOrder terms() {
        return placement.terms();
    }

    public Side side() {
        return placement.terms().side();
    }

    /** The limit in ticks; only a limit order has one. */
    public long ticks() {
        return ticks;
    }

    /** Lots that can still trade; 0 for an order by budget. */
    public long open() {
        return open;
    }

    public long filled() {
        return filled;
    }

    /** Price times size of all trades so far, in tick-lots. */
    public long traded() {
        return traded;
    }

    public long budget() {
        return budget;
    }

    /** What was taken off the terms since the order was placed: lots, or tick-lots of a budget. */
    public long shrunk() {
        return shrunk;
    }

    public boolean isByBudget() {
        return placement.terms().kind() instanceof OrderKind.MarketByBudget;
    }

    /** Lots this order takes at a price. */
    long appetite(long atTicks) {
        return isByBudget() ? budget / atTicks : open;
    }

    void trade(long atTicks, long lots) {
        filled += lots;
        traded += atTicks * lots;
        take(atTicks, lots);
    }

    /** Gives up lots without trading them. */
    void shrink(long atTicks, long lots) {
        shrunk += isByBudget() ? atTicks * lots : lots;
        take(atTicks, lots);
    }

    private void take(long atTicks, long lots) {
        if (isByBudget()) {
            budget -= atTicks * lots;
        } else {
            open -= lots;
        }
        if (lots < 1 || open < 0 || budget < 0 || !addsUp()) {
            throw new InvariantBroken("order " + id.number() + " does not add up after " + lots + " lots");
        }
    }

    /** Filled, open and given up are what was asked for. */
    private boolean addsUp() {
        return switch (placement.terms().kind()) {
            case OrderKind.Limit limit -> filled + open + shrunk == limit.size().lots();
            case OrderKind.MarketBySize bySize ->
                filled + open + shrunk == bySize.size().lots();
            case OrderKind.MarketByBudget _ -> budget + traded + shrunk == budgetAtStart;
        };
    }
}
