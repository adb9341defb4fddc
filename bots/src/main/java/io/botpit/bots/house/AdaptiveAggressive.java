package io.botpit.bots.house;

import io.botpit.bots.Side;
import io.botpit.bots.Update;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Knows about where trades gather, and learns how much of its margin to give up to be among them: AA of Vytelingum, Cliff
 * and Jennings, <i>Strategic bidding in continuous double auctions</i>, Artificial Intelligence 172(14), 2008. The
 * formulas are in {@link Aggressiveness} and {@link Equilibrium}; here it learns from every shout,
 *
 * <pre>
 * r     = r + beta1 (delta - r)
 * delta = (1 + lambda) r_shout + lambda   if it has to be more aggressive to be ahead of the shout, else
 * delta = (1 - lambda) r_shout - lambda
 * </pre>
 *
 * and goes a part 1/eta of the way from the best price to its target. It does not better its own best price.
 */
final class AdaptiveAggressive implements Pricing {
    private final Parameters parameters;
    private final Equilibrium equilibrium;
    private final Map<Side, Double> aggressiveness = new EnumMap<>(Side.class);
    private final Map<Side, Double> lastBest = new EnumMap<>(Side.class);
    private @Nullable Limits limits;

    /**
     * What an AA trader can be told; in brackets what the papers and BSE have.
     *
     * @param memory trades that make the equilibrium price, 1 to 100 (5)
     * @param beta1 how fast aggressiveness is learned, 0 to 1 (0.4)
     * @param beta2 how fast theta is learned, 0 to 1 (0.4)
     * @param eta in how many steps it goes to its target, 1 to 20 (3)
     * @param lambda by how much it wants to be ahead of a shout, 0 to 0.5 (0.01 and 0.02)
     */
    record Parameters(int memory, double beta1, double beta2, double eta, double lambda) {
        static final Parameters STANDARD = new Parameters(5, 0.4, 0.4, 3, 0.02);

        Parameters {
            Ranges.check("memory", memory, 1, 100);
            Ranges.check("beta1", beta1, 0, 1);
            Ranges.check("beta2", beta2, 0, 1);
            Ranges.check("eta", eta, 1, 20);
            Ranges.check("lambda", lambda, 0, 0.5);
        }
    }

    AdaptiveAggressive(Parameters parameters) {
        this.parameters = parameters;
        this.equilibrium = new Equilibrium(parameters.memory, parameters.beta2);
    }

    /** A better quote than the one before is a shout that nobody has taken. */
    @Override
    public void looked(Limits limits, Scene scene) {
        this.limits = limits;
        for (Side side : Side.values()) {
            double best = scene.best(side, limits.worst(side));
            double before = lastBest.getOrDefault(side, limits.worst(side));
            lastBest.put(side, best);
            if (isAhead(side, best, before) && equilibrium.isKnown() && !scene.leads(side)) {
                Aggressiveness view = view(side, limits);
                if (!isAhead(side, view.target(r(side)), best - limits.low())) {
                    learn(side, view.of(best - limits.low()), 1);
                }
            }
        }
    }

    @Override
    public void heard(Update.Traded trade) {
        double price = trade.price().doubleValue();
        equilibrium.traded(price);
        Limits known = limits;
        if (known != null) {
            for (Side side : Side.values()) {
                Aggressiveness view = view(side, known);
                boolean wouldHaveTraded = !isAhead(side, price - known.low(), view.target(r(side)));
                learn(side, view.of(price - known.low()), wouldHaveTraded ? -1 : 1);
            }
        }
    }

    private void learn(Side side, double shout, int more) {
        double delta = (1 + more * parameters.lambda) * shout + more * parameters.lambda;
        aggressiveness.put(side, Math.clamp(r(side) + parameters.beta1 * (delta - r(side)), -1, 1));
    }

    @Override
    public OptionalDouble price(Side side, Limits limits, Scene scene) {
        double limit = limits.of(side);
        double best = scene.best(side, limits.worst(side));
        if (!isAhead(side, limit, best)) {
            return OptionalDouble.empty();
        }
        double target =
                equilibrium.isKnown() ? limits.low() + view(side, limits).target(r(side)) : limit;
        Side others = side == Side.BUY ? Side.SELL : Side.BUY;
        double theirs = scene.best(others, limits.worst(others));
        if (!isAhead(side, theirs, target)) {
            return OptionalDouble.of(target);
        }
        boolean stays = scene.leads(side) && isAhead(side, target, best);
        return OptionalDouble.of(stays ? best : best + (target - best) / parameters.eta);
    }

    private Aggressiveness view(Side side, Limits limits) {
        double middle = Math.clamp(equilibrium.price(), limits.low(), limits.high()) - limits.low();
        var market = new Aggressiveness.Market(middle, equilibrium.theta(), limits.high() - limits.low());
        return new Aggressiveness(side, limits.of(side) - limits.low(), market);
    }

    private double r(Side side) {
        return aggressiveness.getOrDefault(side, 0.0);
    }

    /** Whether a price is more attractive to the other side than another. */
    private static boolean isAhead(Side side, double price, double than) {
        return side == Side.BUY ? price > than : price < than;
    }
}
