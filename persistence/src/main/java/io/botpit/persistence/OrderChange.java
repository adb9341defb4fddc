package io.botpit.persistence;

import io.botpit.game.CancelCause;
import io.botpit.game.Fill;
import io.botpit.game.GameTime;
import io.botpit.game.Intent.PlaceOrder;
import io.botpit.game.OrderKind.Limit;
import io.botpit.game.OrderKind.MarketByBudget;
import io.botpit.game.OrderKind.MarketBySize;
import io.botpit.game.OrderView;
import org.jspecify.annotations.Nullable;

/**
 * All that a batch does to one order. Events show an order as a whole when it begins, shrinks or ends; in between
 * only its fills tell how far it is, so what they add is counted on top of the last whole view. For one thread.
 */
final class OrderChange {
    private @Nullable OrderView view;
    private @Nullable Placement placement;
    private @Nullable CancelCause cause;
    private long filledMore;
    private long tradedMore;
    private long sequence;

    /** Where and when it was placed; known if that is part of the batch. */
    private record Placement(long sequence, GameTime at) {}

    void placed(OrderView order, long sequence, GameTime at) {
        placement = new Placement(sequence, at);
        seen(order, sequence);
    }

    void seen(OrderView order, long sequence) {
        view = order;
        filledMore = 0;
        tradedMore = 0;
        this.sequence = sequence;
    }

    void cancelled(OrderView order, CancelCause cause, long sequence) {
        this.cause = cause;
        seen(order, sequence);
    }

    void filled(Fill fill, long notionalUnits, long sequence) {
        filledMore += fill.size().lots();
        tradedMore += notionalUnits;
        this.sequence = sequence;
    }

    boolean isNew() {
        return placement != null;
    }

    /** In the order of {@link Rows#ORDER_COLUMNS}. */
    @Nullable
    Object[] newRow(String game, OrderView order) {
        PlaceOrder terms = order.terms();
        Placement placed = placement == null ? new Placement(sequence, order.placedAt()) : placement;
        return new @Nullable Object[] {
            game,
            order.id().number(),
            order.owner().number(),
            terms.clientId() == null ? null : terms.clientId().text(),
            terms.symbol().text(),
            terms.side().name(),
            kind(terms),
            terms.kind() instanceof Limit limit ? limit.timeInForce().name() : null,
            terms.kind() instanceof Limit limit ? limit.price().ticks() : null,
            size(terms),
            terms.kind() instanceof MarketByBudget market ? market.budget().units() : null,
            order.markAtPlacement().ticks(),
            order.progress().status().name(),
            cause == null ? null : cause.name(),
            order.progress().open().lots() - filledMore,
            order.progress().filled().lots() + filledMore,
            order.progress().traded().units() + tradedMore,
            placed.sequence(),
            placed.at().micros(),
            sequence
        };
    }

    @Nullable
    OrderView view() {
        return view;
    }

    /** In the order of {@link Rows#updateOrder}. */
    @Nullable
    Object[] wholeRow(String game, OrderView order) {
        return new @Nullable Object[] {
            order.progress().status().name(),
            cause == null ? null : cause.name(),
            size(order.terms()),
            order.progress().open().lots() - filledMore,
            order.progress().filled().lots() + filledMore,
            order.progress().traded().units() + tradedMore,
            sequence,
            game,
            order.id().number()
        };
    }

    /** In the order of {@link Rows#fillOrder}. */
    Object[] fillRow(String game, long number) {
        return new Object[] {filledMore, filledMore, tradedMore, sequence, game, number};
    }

    private static String kind(PlaceOrder terms) {
        return switch (terms.kind()) {
            case Limit _ -> "LIMIT";
            case MarketBySize _ -> "MARKET_BY_SIZE";
            case MarketByBudget _ -> "MARKET_BY_BUDGET";
        };
    }

    private static @Nullable Long size(PlaceOrder terms) {
        return switch (terms.kind()) {
            case Limit limit -> limit.size().lots();
            case MarketBySize market -> market.size().lots();
            case MarketByBudget _ -> null;
        };
    }
}
