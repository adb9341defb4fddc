package io.botpit.bots.house;

import io.botpit.bots.Side;

/**
 * The arithmetic of one ZIP trader: a margin mu on its limit L, which learns towards target prices by the delta rule of
 * Widrow and Hoff, with momentum.
 *
 * <pre>
 * p     = L (1 + mu)              mu at most 0 for buyers, at least 0 for sellers
 * delta = beta (tau - p)
 * Gamma = gamma Gamma + (1 - gamma) delta
 * mu    = (p + Gamma) / L - 1     unless that has the other sign
 * </pre>
 */
final class ZipMargin {
    private final Side side;
    private final double beta;
    private final double gamma;
    private double mu;
    private double momentum;

    /**
     * A trader that has learned nothing.
     *
     * @param beta learning rate, 0 to 1
     * @param gamma momentum, 0 to below 1
     * @param mu the first margin, as a fraction without sign
     */
    ZipMargin(Side side, double beta, double gamma, double mu) {
        this.side = side;
        this.beta = beta;
        this.gamma = gamma;
        this.mu = side == Side.SELL ? mu : -mu;
    }

    double price(double limit) {
        return limit * (1 + mu);
    }

    /** A step towards a target price tau. */
    void learn(double limit, double target) {
        double price = price(limit);
        momentum = gamma * momentum + (1 - gamma) * beta * (target - price);
        double next = (price + momentum) / limit - 1;
        if (side == Side.SELL ? next >= 0 : next <= 0) {
            mu = next;
        }
    }
}
