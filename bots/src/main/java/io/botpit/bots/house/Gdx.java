package io.botpit.bots.house;

import io.botpit.bots.Market;
import io.botpit.bots.Side;
import io.botpit.bots.Update;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Shouts what gains most on average over the turns to come, by what it {@link Belief believes} about prices: GDX of
 * Tesauro and Bredin, <i>Strategic sequential bidding in auctions using dynamic programming</i>, AAMAS 2002, on the
 * belief of Gjerstad and Dickhaut, <i>Price formation in double auctions</i>, Games and Economic Behavior 22, 1998. The
 * {@link GdxPlan plan} is made anew on each turn. Prices are on a grid from the limit to the end of the reach, where the
 * paper interpolates between those it saw.
 */
final class Gdx implements Pricing {
    private final Parameters parameters;
    private final Belief belief;
    private final Map<Side, Double> lastBest = new EnumMap<>(Side.class);

    /**
     * What a GDX trader can be told.
     *
     * @param memory trades it remembers, 1 to 100; the papers have 5 to 10
     * @param gamma what the next turn is worth as compared with this, 0 to 1; 0.9 is usual
     * @param units it thinks of trading, 1 to 20
     * @param turns it looks ahead, 1 to 50
     * @param prices of the grid, 2 to 200
     */
    record Parameters(int memory, double gamma, int units, int turns, int prices) {
        static final Parameters STANDARD = new Parameters(10, 0.9, 3, 10, 40);

        Parameters {
            Ranges.check("memory", memory, 1, 100);
            Ranges.check("gamma", gamma, 0, 1);
            Ranges.check("units", units, 1, 20);
            Ranges.check("turns", turns, 1, 50);
            Ranges.check("prices", prices, 2, 200);
        }
    }

    Gdx(Parameters parameters) {
        this.parameters = parameters;
        this.belief = new Belief(parameters.memory);
    }

    @Override
    public void looked(Limits limits, Scene scene) {
        for (Side side : Side.values()) {
            Market.Level best = scene.level(side);
            Double before = lastBest.get(side);
            if (best != null && (before == null || before != best.price().doubleValue())) {
                belief.shouted(side, best.price().doubleValue());
                lastBest.put(side, best.price().doubleValue());
            }
        }
    }

    /** Who came later took what the other side had shouted. */
    @Override
    public void heard(Update.Traded trade) {
        belief.taken(
                trade.taker() == Side.BUY ? Side.SELL : Side.BUY, trade.price().doubleValue());
    }

    @Override
    public OptionalDouble price(Side side, Limits limits, Scene scene) {
        if (belief.isEmpty()) {
            return OptionalDouble.empty();
        }
        double limit = limits.of(side);
        double step = (limits.worst(side) - limit) / parameters.prices;
        double bid = scene.best(Side.BUY, limits.low());
        double ask = scene.best(Side.SELL, limits.high());
        double[] chances = new double[parameters.prices];
        double[] surplus = new double[parameters.prices];
        for (int i = 0; i < parameters.prices; i++) {
            chances[i] = belief.chance(side, limit + i * step, bid, ask);
            surplus[i] = Math.abs(i * step);
        }
        int best = new GdxPlan(chances, surplus).best(parameters.units, parameters.turns, parameters.gamma);
        return OptionalDouble.of(limit + best * step);
    }
}
