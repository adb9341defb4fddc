package io.botpit.bots.house;

import io.botpit.bots.Side;
import java.util.OptionalDouble;

/**
 * Is always a little better than the best, but never beyond its limit: SHVR of Cliff, <i>BSE</i>, 2018; why it does well
 * where the time to think counts: Hanifan and Cartlidge, <i>Fools rush in</i>, ICAART 2020. A buyer shouts min(b + s, L), a
 * seller max(a - s, L). It does not better itself.
 *
 * @param step s, as a fraction of the price, 0 to 0.01: a tick of the papers is one percent of the price, one of ours a
 *     thousandth of that, and nobody would notice it. At least a tick.
 */
record Shaver(double step) implements Pricing {
    /** A tenth of the usual fee. */
    static final double STEP = 0.00005;

    Shaver {
        Ranges.check("step", step, 0, 0.01);
    }

    @Override
    public OptionalDouble price(Side side, Limits limits, Scene scene) {
        double best = scene.best(side, limits.worst(side));
        double shave = scene.leads(side) ? 0 : Math.max(scene.tick(), step * best);
        return OptionalDouble.of(shaved(side, best, shave, limits.of(side)));
    }

    static double shaved(Side side, double best, double shave, double limit) {
        return side == Side.BUY ? Math.min(best + shave, limit) : Math.max(best - shave, limit);
    }
}
