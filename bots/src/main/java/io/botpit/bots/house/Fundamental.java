package io.botpit.bots.house;

import java.util.SplittableRandom;

/**
 * What a coin is "worth" to those who trade without looking at the market: a slow wave around the price they first saw,
 * the same for all who share the seed. It gives the price somewhere to go and brings it back.
 *
 * @param seed of the wave's phases
 */
record Fundamental(long seed) implements Valuation {
    private static final double SLOW_SECONDS = 113;
    private static final double FAST_SECONDS = 31;
    private static final double SLOW_SWING = 0.015;
    private static final double FAST_SWING = 0.005;

    @Override
    public double value(String symbol, double anchorPrice, long nowMillis) {
        var phases = new SplittableRandom(seed ^ ((long) symbol.hashCode() << 32));
        double seconds = nowMillis / 1000.0;
        double slow = SLOW_SWING * wave(seconds / SLOW_SECONDS + phases.nextDouble());
        double fast = FAST_SWING * wave(seconds / FAST_SECONDS + phases.nextDouble());
        return anchorPrice * (1 + slow + fast);
    }

    private static double wave(double turns) {
        return Math.sin(2 * Math.PI * turns);
    }
}
