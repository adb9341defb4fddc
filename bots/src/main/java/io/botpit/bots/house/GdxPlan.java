package io.botpit.bots.house;

/**
 * The price that is best now for who has m units to trade and n turns for it, by dynamic programming.
 *
 * <pre>
 * V(m, n) = max over p of f(p) (s(p) + gamma V(m - 1, n - 1)) + (1 - f(p)) gamma V(m, n - 1)
 * </pre>
 *
 * f is the chance that p is taken, s what is gained then, V(0, n) = V(m, 0) = 0. With gamma = 0 it is Gjerstad and
 * Dickhaut's price; the nearer gamma is to 1, the more it waits for a better one.
 */
final class GdxPlan {
    private final double[] chances;
    private final double[] surplus;

    /**
     * Over prices of which the plan knows no more than their number.
     *
     * @param chances f of each price
     * @param surplus s of each price
     */
    GdxPlan(double[] chances, double[] surplus) {
        this.chances = chances;
        this.surplus = surplus;
    }

    /** The index of the best price; the first of equals. */
    int best(int units, int turns, double gamma) {
        double[] before = new double[units + 1];
        for (int n = 1; n < turns; n++) {
            double[] value = new double[units + 1];
            for (int m = 1; m <= units; m++) {
                value[m] = gain(price(before[m - 1], before[m], gamma), before[m - 1], before[m], gamma);
            }
            before = value;
        }
        return price(before[units - 1], before[units], gamma);
    }

    private int price(double fewer, double same, double gamma) {
        int best = 0;
        for (int i = 1; i < chances.length; i++) {
            if (gain(i, fewer, same, gamma) > gain(best, fewer, same, gamma)) {
                best = i;
            }
        }
        return best;
    }

    private double gain(int i, double fewer, double same, double gamma) {
        return chances[i] * (surplus[i] + gamma * fewer) + (1 - chances[i]) * gamma * same;
    }
}
