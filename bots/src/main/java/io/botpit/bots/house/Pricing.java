package io.botpit.bots.house;

import io.botpit.bots.Side;
import io.botpit.bots.Update;
import java.util.OptionalDouble;

/** How a trader of the auction literature finds its price, given the limit of the unit it has to trade. One thread. */
@FunctionalInterface
interface Pricing {
    /** What it shouts on a side; empty: nothing. Never worse for it than the limit. */
    OptionalDouble price(Side side, Limits limits, Scene scene);

    /** Before the prices of a turn: how the book looks now. */
    default void looked(Limits limits, Scene scene) {}

    /** Somebody traded. */
    default void heard(Update.Traded trade) {}
}
