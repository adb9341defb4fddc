package io.botpit.bots.house;

import io.botpit.bots.Side;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * Shouts any price at which it would not lose, all with the same chance, and another on each turn: ZI-C of Gode and
 * Sunder, <i>Allocative efficiency of markets with zero-intelligence traders</i>, Journal of Political Economy 101(1),
 * 1993. A buyer's price is uniform on [pmin, L], a seller's on [L, pmax].
 */
final class ZeroIntelligence implements Pricing {
    private final RandomGenerator random;

    ZeroIntelligence(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public OptionalDouble price(Side side, Limits limits, Scene scene) {
        double worst = limits.worst(side);
        return OptionalDouble.of(worst + (limits.of(side) - worst) * random.nextDouble());
    }
}
