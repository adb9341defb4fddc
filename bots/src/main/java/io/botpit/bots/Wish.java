package io.botpit.bots;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a strategy wants done. Prices are in the quote asset, sizes in the base asset. */
public sealed interface Wish {
    /** One that becomes an order. */
    sealed interface Order extends Wish {}

    /** Buy or sell at this price or better; what does not trade at once waits in the book. */
    record Limit(String symbol, Side side, BigDecimal price, BigDecimal size) implements Order {}

    /** Buy at once whatever this much of the quote asset pays for, best prices first. */
    record BuyNow(String symbol, BigDecimal budget) implements Order {}

    /** Sell this size at once, best prices first. */
    record SellNow(String symbol, BigDecimal size) implements Order {}

    /** Take one own order out of the book. */
    record Cancel(String orderId) implements Wish {}

    /**
     * Take own orders out of the book.
     *
     * @param symbol null: of all markets
     */
    record CancelAll(@Nullable String symbol) implements Wish {}
}
