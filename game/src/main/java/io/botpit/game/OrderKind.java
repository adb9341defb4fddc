package io.botpit.game;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;

/** The shapes of an order. */
public sealed interface OrderKind {
    /** Whether what does not trade at once may stay in the book. */
    default boolean mayRest() {
        return this instanceof Limit(var _, var _, var timeInForce)
                && (timeInForce == TimeInForce.GOOD_TILL_CANCELLED || timeInForce == TimeInForce.POST_ONLY);
    }

    /** Trades at its price or better; what becomes of the rest is up to {@code timeInForce}. */
    record Limit(Price price, Quantity size, TimeInForce timeInForce) implements OrderKind {}

    /** Trades a size at the best prices there are; the rest is cancelled at once. */
    record MarketBySize(Quantity size) implements OrderKind {}

    /** Buys as many whole lots as the budget pays for, best prices first; what is left is released at once. */
    record MarketByBudget(Amount budget) implements OrderKind {}
}
