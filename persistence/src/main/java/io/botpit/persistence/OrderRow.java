package io.botpit.persistence;

import io.botpit.game.GameTime;
import io.botpit.game.OrderStatus;
import io.botpit.game.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order, for the export.
 *
 * @param cancelCause null: not cancelled
 * @param filled in the base asset
 * @param traded price times size, in the quote asset
 */
public record OrderRow(
        long number,
        String owner,
        @Nullable String clientOrderId,
        Terms terms,
        OrderStatus status,
        @Nullable String cancelCause,
        BigDecimal filled,
        BigDecimal traded,
        GameTime placedAt) {

    /**
     * What was asked for; what a kind of order does not have is null.
     *
     * @param kind {@code LIMIT}, {@code MARKET_BY_SIZE} or {@code MARKET_BY_BUDGET}
     */
    public record Terms(
            String symbol,
            Side side,
            String kind,
            @Nullable String timeInForce,
            @Nullable BigDecimal price,
            @Nullable BigDecimal size,
            @Nullable BigDecimal budget) {}
}
