package io.botpit.bots.exchange;

import io.botpit.bots.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is wished for. Immutable; {@code with...} gives another one.
 *
 * @param price in the quote asset; null: at whatever the market gives, at once
 * @param size in the base asset
 * @param clientOrderId one's own id for it, {@code [A-Za-z0-9._:-]{1,64}}, used once; null: the client makes one up
 * @param timeInForce of a market order: it never rests, so anything but {@code IMMEDIATE_OR_CANCEL} is refused
 */
public record OrderRequest(
        String symbol,
        Side side,
        @Nullable BigDecimal price,
        BigDecimal size,
        @Nullable String clientOrderId,
        TimeInForce timeInForce,
        boolean postOnly) {
    /** What becomes of the part that does not trade at once. */
    public enum TimeInForce {
        /** It rests until it is cancelled. */
        GOOD_TILL_CANCELLED,
        /** It is cancelled. */
        IMMEDIATE_OR_CANCEL,
        /** There is no such part: all trades, or the order is refused. */
        FILL_OR_KILL
    }

    public static OrderRequest limit(String symbol, Side side, BigDecimal price, BigDecimal size) {
        return new OrderRequest(symbol, side, price, size, null, TimeInForce.GOOD_TILL_CANCELLED, false);
    }

    public static OrderRequest market(String symbol, Side side, BigDecimal size) {
        return new OrderRequest(symbol, side, null, size, null, TimeInForce.IMMEDIATE_OR_CANCEL, false);
    }

    public OrderRequest withClientOrderId(String id) {
        return new OrderRequest(symbol, side, price, size, id, timeInForce, postOnly);
    }

    public OrderRequest with(TimeInForce other) {
        return new OrderRequest(symbol, side, price, size, clientOrderId, other, postOnly);
    }

    /** Refused if any part of it would trade at once. */
    public OrderRequest asPostOnly() {
        return new OrderRequest(symbol, side, price, size, clientOrderId, timeInForce, true);
    }
}
