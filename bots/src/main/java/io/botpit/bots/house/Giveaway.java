package io.botpit.bots.house;

import io.botpit.bots.Side;
import java.util.OptionalDouble;

/**
 * Shouts its limit and so gives its whole margin away; it still trades at the best price there is (GVWY of Cliff,
 * <i>BSE: a minimal simulation of a limit-order-book stock exchange</i>, European Modeling and Simulation Symposium,
 * 2018).
 */
final class Giveaway implements Pricing {
    @Override
    public OptionalDouble price(Side side, Limits limits, Scene scene) {
        return OptionalDouble.of(limits.of(side));
    }
}
