package io.botpit.bots.exchange;

import io.botpit.bots.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as the exchange knows it. Immutable.
 *
 * @param id the exchange's, never empty
 * @param clientOrderId null: it was placed without one
 * @param price the limit; null: a market order
 * @param size all of it, what traded included, in the base asset
 * @param filled what of it traded
 * @param placed when it was placed, on the exchange's clock
 */
public record Order(
        String id,
        @Nullable String clientOrderId,
        String symbol,
        Side side,
        @Nullable BigDecimal price,
        BigDecimal size,
        BigDecimal filled,
        Status status,
        Instant placed) {
    /** Whether it can still trade. */
    public enum Status {
        OPEN,
        FILLED,
        CANCELLED
    }

    /** What can still trade, or was cancelled. */
    public BigDecimal left() {
        return size.subtract(filled);
    }
}
