package io.botpit.game.book;

import io.botpit.game.Intent;
import io.botpit.game.InvariantBroken;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import org.jspecify.annotations.Nullable;

/**
 * An order on its way through the book: the only mutable thing in it. Others see {@link OrderView}.
 * One thread.
 */
public final class Order {
    /** The limit of a market order: it takes any price. */
    private static final long ANY_PRICE = -1;

    private OrderView.Placement placed;

    /** Beside the order, because they are asked for when the placement is in no cache any more. */
    private long number;

    private int owner;
    private int group;
    private boolean buys;
    private long ticks;
    private boolean byBudget;

    /** The size in lots, or the budget in tick-lots. */
    private long asked;

    /** What of it can still trade. */
    private long left;

    /** What amendments and self-trade prevention took off it. */
    private long shrunk;

    private long filled;

    /** Price times size of all trades, in tick-lots. */
    private long traded;

    @Nullable
    PriceLevel level;

    @Nullable
    Order older;

    @Nullable
    Order newer;

    @Nullable
    Order olderOwn;

    @Nullable
    Order newerOwn;

    /** Whether it waits in the pool. */
    boolean isIdle;

    Order(OrderView.Placement placement, int group, long budget) {
        begin(placement, group, budget);
    }

    /** From now on it is this one. What it came with stays in one object: each link from old to young costs. */
    final void begin(OrderView.Placement placement, int ofGroup, long budget) {
        placed = placement;
        group = ofGroup;
        number = placement.id().number();
        owner = placement.owner().number();
        Intent.PlaceOrder terms = placement.terms();
        buys = terms.side() == Side.BUY;
        switch (terms.kind()) {
            case OrderKind.Limit limit ->
                ask(limit.price().ticks(), limit.size().lots());
            case OrderKind.MarketBySize bySize -> ask(ANY_PRICE, bySize.size().lots());
            case OrderKind.MarketByBudget _ -> ask(ANY_PRICE, budget);
        }
        byBudget = terms.kind() instanceof OrderKind.MarketByBudget;
        isIdle = false;
    }

    private void ask(long atTicks, long size) {
        ticks = atTicks;
        asked = size;
        left = size;
        shrunk = 0;
        filled = 0;
        traded = 0;
    }

    public OrderId id() {
        return placed.id();
    }

    public PlayerId owner() {
        return placed.owner();
    }

    /** Of its id; nearer at hand than that. */
    public long number() {
        return number;
    }

    /** Of the owner's id; nearer at hand than that. */
    public int ownerNumber() {
        return owner;
    }

    /** What all orders have in common that have the same behind them. */
    public int group() {
        return group;
    }

    public boolean isOf(PlayerId player) {
        return owner == player.number();
    }

    /** Whether the same stands behind both orders, be it through two players. */
    public boolean hasOwnerOf(Order other) {
        return group == other.group;
    }

    boolean isOfGroup(int number) {
        return group == number;
    }

    public Intent.PlaceOrder terms() {
        return placed.terms();
    }

    /** What never changes of it. */
    public OrderView.Placement placement() {
        return placed;
    }

    public Side side() {
        return buys ? Side.BUY : Side.SELL;
    }

    /** The limit in ticks; only a limit order has one. */
    public long ticks() {
        return ticks;
    }

    /** Lots that can still trade; 0 for an order by budget. */
    public long open() {
        return byBudget ? 0 : left;
    }

    public long filled() {
        return filled;
    }

    /** Price times size of all trades so far, in tick-lots. */
    public long traded() {
        return traded;
    }

    /** Whether all it asked for was traded or given up. */
    boolean isSatisfied() {
        return left == 0;
    }

    /** What was taken off the terms since the order was placed: lots, or tick-lots of a budget. */
    public long shrunk() {
        return shrunk;
    }

    /** Lots this order takes at a price. */
    long appetite(long atTicks) {
        return byBudget ? left / atTicks : left;
    }

    void trade(long atTicks, long lots) {
        filled += lots;
        traded += atTicks * lots;
        take(atTicks, lots);
    }

    /** Gives up lots without trading them. */
    void shrink(long atTicks, long lots) {
        shrunk += byBudget ? atTicks * lots : lots;
        take(atTicks, lots);
    }

    /** Traded, left and given up are what was asked for. */
    private void take(long atTicks, long lots) {
        left -= byBudget ? atTicks * lots : lots;
        long done = byBudget ? traded : filled;
        if (lots < 1 || left < 0 || done + left + shrunk != asked) {
            throw new InvariantBroken("order " + number + " does not add up after " + lots + " lots");
        }
    }
}
