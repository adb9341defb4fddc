package io.botpit.bots.house;

import io.botpit.bots.Update;

/** The thinking of a bot in one market: it has prices and fractions only, no sizes, orders or funds. One thread. */
@FunctionalInterface
interface Trader {
    /** On its turn. */
    Aim aim(Scene scene);

    /** Somebody traded in its market. */
    default void heard(Update.Traded trade) {}
}
