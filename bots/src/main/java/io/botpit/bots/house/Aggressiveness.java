package io.botpit.bots.house;

import io.botpit.bots.Side;

/**
 * The target price tau of an adaptive-aggressive trader, for how aggressive it is: r from -1, which wants all there is,
 * over 0, which wants the equilibrium price, to 1, which gives its limit away. With E(x, t) = (e^(xt) - 1) / (e^t - 1):
 *
 * <pre>
 * buyer, L &gt; p*:   r &gt;= 0: p* + (L - p*) E(r, theta)        r &lt; 0: p* (1 - E(-r, theta'))
 * buyer, L &lt;= p*:  r &gt;= 0: L                                 r &lt; 0: L (1 - E(-r, theta))
 * seller, L &lt; p*:  r &gt;= 0: L + (p* - L) (1 - E(r, theta))  r &lt; 0: p* + (pmax - p*) E(-r, theta')
 * seller, L &gt;= p*: r &gt;= 0: L                                 r &lt; 0: L + (pmax - L) E(-r, theta)
 * </pre>
 *
 * theta' makes the slope the same on both sides of r = 0. Prices count from the lowest that makes sense, which is the
 * papers' zero.
 */
final class Aggressiveness {
    private static final int HALVINGS = 50;
    private static final double THETA_MAX = 60;
    private static final double STRAIGHT = 1e-6;

    private final Side side;
    private final double limit;
    private final Market market;
    private final double far;
    private final boolean wouldTrade;
    private final double thetaOfPassive;

    /**
     * What a trader knows of its market.
     *
     * @param equilibrium p*
     * @param theta how sharply targets follow r; 0 is a straight line
     * @param priceMax pmax
     */
    record Market(double equilibrium, double theta, double priceMax) {}

    /**
     * That of a trader with one unit.
     *
     * @param limit L
     */
    Aggressiveness(Side side, double limit, Market market) {
        this.side = side;
        this.limit = limit;
        this.market = market;
        far = side == Side.BUY ? 0 : market.priceMax;
        wouldTrade = side == Side.BUY ? limit > market.equilibrium : limit < market.equilibrium;
        thetaOfPassive = wouldTrade ? thetaOfPassive() : market.theta;
    }

    /** tau, for an r from -1 to 1. */
    double target(double r) {
        double theta = market.theta;
        double equilibrium = market.equilibrium;
        if (!wouldTrade) {
            return r >= 0 ? limit : limit + (far - limit) * bend(-r, theta);
        }
        return r >= 0
                ? equilibrium + (limit - equilibrium) * bend(r, theta)
                : equilibrium + (far - equilibrium) * bend(-r, thetaOfPassive);
    }

    /** The r whose target is nearest to a price: the paper's r_shout. */
    double of(double price) {
        double passive = -1;
        double aggressive = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double r = (passive + aggressive) / 2;
            boolean isPast = side == Side.BUY ? target(r) >= price : target(r) <= price;
            if (isPast) {
                aggressive = r;
            } else {
                passive = r;
            }
        }
        return aggressive;
    }

    /** Where x / (e^x - 1), which falls from large values to 0, is as steep as the other side is. */
    private double thetaOfPassive() {
        double slope = Math.abs((limit - market.equilibrium) / (far - market.equilibrium)) * steepness(market.theta);
        double low = -slope - 1;
        double high = THETA_MAX;
        for (int i = 0; i < HALVINGS; i++) {
            double x = (low + high) / 2;
            if (steepness(x) > slope) {
                low = x;
            } else {
                high = x;
            }
        }
        return high;
    }

    private static double bend(double x, double theta) {
        return Math.abs(theta) < STRAIGHT ? x : Math.expm1(x * theta) / Math.expm1(theta);
    }

    private static double steepness(double theta) {
        return Math.abs(theta) < STRAIGHT ? 1 : theta / Math.expm1(theta);
    }
}
