package io.botpit.bots.house;

import io.botpit.bots.Side;
import java.util.OptionalDouble;

/**
 * Lurks while others find the price, and strikes late: after Kaplan's bot, which won the tournament of Rust, Miller and
 * Palmer, <i>Characterizing effective trading strategies</i>, Journal of Economic Dynamics and Control 18, 1994, with
 * the shaving of SNPR in Cliff's BSE, 2018. In the last part of a session it shaves by more and more; before that it
 * only takes what is cheap where the spread is small ("juicy" in the paper).
 */
final class Sniper implements Pricing {
    /** Of BSE: keeps the divisor from zero at the very end. */
    private static final double SHAVE_BASE = 0.01;

    private final Parameters parameters;
    private double startedAtSeconds = Double.NaN;

    /**
     * What a sniper can be told.
     *
     * @param sessionSeconds from one close to the next, 1 to 86,400; the last session ends with the game
     * @param lurk part of the session, counted from its end, in which it shaves, 0.01 to 1
     * @param growth how fast the shaving grows, 1 to 100
     * @param step what a shave is counted in, as a fraction of the price, 0 to 0.01
     * @param juicySpread spread below which it takes what its limit allows, as a fraction of the price, 0 to 0.1
     */
    record Parameters(double sessionSeconds, double lurk, double growth, double step, double juicySpread) {
        static final Parameters STANDARD = new Parameters(60, 0.2, 3, 0.00002, 0.0015);

        Parameters {
            Ranges.check("sessionSeconds", sessionSeconds, 1, 86_400);
            Ranges.check("lurk", lurk, 0.01, 1);
            Ranges.check("growth", growth, 1, 100);
            Ranges.check("step", step, 0, 0.01);
            Ranges.check("juicySpread", juicySpread, 0, 0.1);
        }

        /** BSE's s: how many steps to shave by when the fraction {@code left} of the session is left. */
        int shaves(double left) {
            return (int) Math.floor(1 / (SHAVE_BASE + left / (growth * lurk)));
        }
    }

    Sniper(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public OptionalDouble price(Side side, Limits limits, Scene scene) {
        double left = left(scene);
        if (left > parameters.lurk) {
            return isJuicy(side, limits, scene) ? OptionalDouble.of(limits.of(side)) : OptionalDouble.empty();
        }
        double best = scene.best(side, limits.worst(side));
        double shave = scene.leads(side) ? 0 : parameters.shaves(left) * Math.max(scene.tick(), parameters.step * best);
        return OptionalDouble.of(Shaver.shaved(side, best, shave, limits.of(side)));
    }

    /** What is left of the session: 1 when it begins, towards 0. */
    private double left(Scene scene) {
        Long leftMillis = scene.view().leftMillis();
        double toClose;
        if (leftMillis != null) {
            toClose = leftMillis / 1_000.0;
        } else {
            startedAtSeconds = Double.isNaN(startedAtSeconds) ? scene.seconds() : startedAtSeconds;
            toClose = parameters.sessionSeconds - (scene.seconds() - startedAtSeconds) % parameters.sessionSeconds;
        }
        double sessions = toClose / parameters.sessionSeconds;
        return sessions - (Math.ceil(sessions) - 1);
    }

    private boolean isJuicy(Side side, Limits limits, Scene scene) {
        double bid = scene.best(Side.BUY, 0);
        double ask = scene.best(Side.SELL, Double.POSITIVE_INFINITY);
        return ask - bid <= parameters.juicySpread * scene.mark()
                && (side == Side.BUY ? ask <= limits.buy() : bid >= limits.sell());
    }
}
