package io.botpit.bots.house;

/**
 * The quotes of Avellaneda and Stoikov, <i>High-frequency trading in a limit order book</i>, Quantitative Finance 8(3),
 * 2008: around a price at which it does not matter whether it trades, as far apart as risk and the chance of a trade ask.
 *
 * <pre>
 * r     = s - q gamma sigma^2 (T - t)
 * delta = gamma sigma^2 (T - t) + (2 / gamma) ln(1 + gamma / k)
 * </pre>
 *
 * @param gamma aversion to risk
 * @param k how fast the chance of a trade falls with the distance from the price
 */
record AvellanedaStoikov(double gamma, double k) {
    AvellanedaStoikov {
        Ranges.check("gamma", gamma, 1e-6, 10);
        Ranges.check("k", k, 1e-3, 100);
    }

    /**
     * How far the reservation price is from the middle, r - s.
     *
     * @param inventory q
     * @param risk sigma^2 (T - t)
     */
    double shift(double inventory, double risk) {
        return -inventory * gamma * risk;
    }

    /** From bid to ask. */
    double spread(double risk) {
        return gamma * risk + 2 / gamma * Math.log1p(gamma / k);
    }
}
