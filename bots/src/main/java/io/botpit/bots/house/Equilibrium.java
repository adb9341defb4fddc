package io.botpit.bots.house;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Where trades gather, and how much they scatter: the second and the fourth block of an adaptive-aggressive trader.
 *
 * <pre>
 * p*     = sum of w p / sum of w over the last N trades, w falling by 0.9 from one to the one before
 * alpha  = root of the mean of (p - p*)^2, divided by p*; alpha^ is where it lies between the least and the most seen
 * theta* = (max - min) (1 - alpha^ e^(gamma (alpha^ - 1))) + min
 * theta  = theta + beta (theta* - theta)
 * </pre>
 */
final class Equilibrium {
    /** The paper's rho. */
    private static final double FADE = 0.9;

    /** The paper's gamma. */
    private static final double CURVE = 2;

    private static final double THETA_MIN = -8;
    private static final double THETA_MAX = 2;

    private final int memory;
    private final double beta;
    private final Deque<Double> prices = new ArrayDeque<>();
    private double alphaMin = Double.POSITIVE_INFINITY;
    private double alphaMax = Double.NEGATIVE_INFINITY;
    private double theta;

    /**
     * Nobody has traded.
     *
     * @param memory N
     * @param beta how fast theta follows, the paper's beta 2
     */
    Equilibrium(int memory, double beta) {
        this.memory = memory;
        this.beta = beta;
    }

    void traded(double price) {
        prices.addFirst(price);
        if (prices.size() > memory) {
            prices.removeLast();
        }
        double alpha = alpha(price());
        alphaMin = Math.min(alphaMin, alpha);
        alphaMax = Math.max(alphaMax, alpha);
        double scatter = alphaMax > alphaMin ? (alpha - alphaMin) / (alphaMax - alphaMin) : 0;
        theta += beta * (thetaFor(scatter) - theta);
    }

    boolean isKnown() {
        return !prices.isEmpty();
    }

    /** p*; NaN before the first trade. */
    double price() {
        double weight = 1;
        double weights = 0;
        double sum = 0;
        for (Iterator<Double> latestFirst = prices.iterator(); latestFirst.hasNext(); weight *= FADE) {
            sum += weight * latestFirst.next();
            weights += weight;
        }
        return sum / weights;
    }

    double theta() {
        return theta;
    }

    static double thetaFor(double scatter) {
        return (THETA_MAX - THETA_MIN) * (1 - scatter * Math.exp(CURVE * (scatter - 1))) + THETA_MIN;
    }

    private double alpha(double equilibrium) {
        double squares = prices.stream()
                .mapToDouble(price -> (price - equilibrium) * (price - equilibrium))
                .average()
                .orElse(0);
        return Math.sqrt(squares) / equilibrium;
    }
}
