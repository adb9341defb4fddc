package io.botpit.game.scenario;

import io.botpit.game.random.Dice;
import io.botpit.game.scenario.PriceModel.Recorded.Point;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** One model on its way: what the price is as a share of the one at the start, second after second. One thread. */
final class Walk {
    private static final double MILLION = 1_000_000;
    private static final double SECONDS_PER_MINUTE = 60;

    private final DoubleUnaryOperator step;
    private final DoubleUnaryOperator share;
    private double state;

    private Walk(DoubleUnaryOperator step, DoubleUnaryOperator share) {
        this.step = step;
        this.share = share;
    }

    /** For a follower only what it adds to its leader. */
    static Walk of(PriceModel model, Dice dice) {
        return switch (model) {
            case PriceModel.RandomWalk(var volatility) ->
                new Walk(x -> x + part(volatility) * dice.gaussian(), x -> 1 + x);
            case PriceModel.Geometric(var drift, var volatility) ->
                inLogarithms(x -> x + perSecond(drift) + diffusion(volatility, dice));
            case PriceModel.Trend(var drift, var volatility, var turns) -> trend(drift, volatility, turns, dice);
            case PriceModel.MeanReversion(var halfLife, var volatility) -> reversion(halfLife, volatility, dice);
            case PriceModel.Jumps jumps -> jumps(jumps, dice);
            case PriceModel.Recorded(var points) -> recorded(points);
            case PriceModel.Follow(var _, var _, var halfLife, var volatility) -> reversion(halfLife, volatility, dice);
        };
    }

    /** The share one second later. */
    double next() {
        state = step.applyAsDouble(state);
        return share.applyAsDouble(state);
    }

    private static Walk inLogarithms(DoubleUnaryOperator step) {
        return new Walk(step, StrictMath::exp);
    }

    private static Walk trend(long drift, long volatility, long turnSeconds, Dice dice) {
        Dice turns = dice.split("turns");
        double chance = turnSeconds == 0 ? 0 : 1.0 / turnSeconds;
        double[] direction = {turns.unit() < 0.5 ? -1 : 1};
        return inLogarithms(x -> {
            double moved = x + direction[0] * perSecond(drift) + diffusion(volatility, dice);
            if (turns.unit() < chance) {
                direction[0] = -direction[0];
            }
            return moved;
        });
    }

    private static Walk reversion(long halfLifeSeconds, long volatility, Dice dice) {
        double theta = StrictMath.log(2) / halfLifeSeconds;
        double kept = StrictMath.exp(-theta);
        double noise = part(volatility) * StrictMath.sqrt((1 - kept * kept) / (2 * theta));
        return inLogarithms(x -> kept * x + noise * dice.gaussian());
    }

    private static Walk jumps(PriceModel.Jumps model, Dice dice) {
        Dice arrivals = dice.split("arrivals");
        double rate = 1.0 / model.everySeconds();
        double mean = part(model.jumpPpm());
        double spread = part(model.spreadPpm());
        double compensation = rate * (StrictMath.exp(mean + spread * spread / 2) - 1);
        return inLogarithms(x -> {
            double moved = x - compensation + diffusion(model.volatilityPpm(), dice);
            for (int left = poisson(rate, arrivals); left > 0; left--) {
                moved += mean + spread * arrivals.gaussian();
            }
            return moved;
        });
    }

    private static Walk recorded(List<Point> points) {
        int[] last = {0};
        return new Walk(second -> second + 1, second -> {
            while (last[0] + 1 < points.size() && points.get(last[0] + 1).second() <= second) {
                last[0]++;
            }
            return points.get(last[0]).ppm() / MILLION;
        });
    }

    /** −σ²/2 + σ Z: noise that leaves the mean of the price where it is. */
    private static double diffusion(long volatilityPpm, Dice dice) {
        double sigma = part(volatilityPpm);
        return sigma * dice.gaussian() - sigma * sigma / 2;
    }

    /** How many arrivals there are in a second: Knuth, The Art of Computer Programming, 3.4.1, F. */
    private static int poisson(double rate, Dice dice) {
        double floor = StrictMath.exp(-rate);
        int arrivals = 0;
        for (double product = dice.unit(); product > floor; product *= dice.unit()) {
            arrivals++;
        }
        return arrivals;
    }

    private static double perSecond(long ppmPerMinute) {
        return part(ppmPerMinute) / SECONDS_PER_MINUTE;
    }

    private static double part(long ppm) {
        return ppm / MILLION;
    }
}
