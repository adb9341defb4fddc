package io.botpit.game;

import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import org.jspecify.annotations.Nullable;

/** What a player may wish. It knows no player: whoever sends it is named by {@link Command.PlayerCommand}. */
public sealed interface Intent {
    /**
     * Place an order.
     *
     * @param clientId the player's own name for it; with the same name and the same terms a second one has no effect
     */
    record PlaceOrder(
            Symbol symbol,
            Side side,
            OrderKind kind,
            SelfTradePrevention selfTradePrevention,
            @Nullable ClientOrderId clientId)
            implements Intent {
        public PlaceOrder {
            if (side == Side.SELL && kind instanceof OrderKind.MarketByBudget) {
                throw new IllegalArgumentException("a sale has no budget: sell by size");
            }
        }
    }

    /** Take the rest of an order out of the book. */
    record CancelOrder(OrderReference order) implements Intent {}

    /** Cancel all own open orders, of one instrument or of all. */
    record CancelAll(@Nullable Symbol symbol) implements Intent {}

    /**
     * Shrink an open order; it keeps its place in the queue.
     *
     * @param size the new total size, filled part included: below the present one, above what is filled
     */
    record AmendOrder(OrderReference order, Quantity size) implements Intent {}

    /**
     * The dead man's switch: unless sent again within this time, all own orders are cancelled, once.
     *
     * @param millis 1 to 86,400,000; 0 disarms
     */
    record CancelAfter(long millis) implements Intent {
        public static final long MILLIS_MAX = 86_400_000;

        public CancelAfter {
            if (millis < 0 || millis > MILLIS_MAX) {
                throw new IllegalArgumentException("cancel_after must be 0 to " + MILLIS_MAX + " ms: " + millis);
            }
        }
    }

    /**
     * Say something to everybody.
     *
     * @param json any JSON value as text, at most {@code Limits.messageCharsMax} characters
     */
    record Say(String json) implements Intent {}
}
