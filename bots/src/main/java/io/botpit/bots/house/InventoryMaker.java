package io.botpit.bots.house;

import io.botpit.bots.Side;
import java.util.List;

/**
 * Makes a market by the formulas of {@link AvellanedaStoikov}. Unlike in the paper the game may have no end: the horizon
 * is at most a constant. Prices count in basis points of the first mark, inventory in quotes, and volatility is measured.
 * The middle is a running mean, or a maker who is alone would follow its own quotes.
 */
final class InventoryMaker implements Trader {
    private static final double BASIS_POINTS = 10_000;
    private static final double VARIANCE_GAIN = 0.05;
    /** Quotes stay while they are no further off than this part of the spread. */
    private static final double TOLERANCE = 0.1;

    private final Parameters parameters;
    private final RunningMean mean;
    private double variance;
    private double lastMid;
    private double lastSeconds;

    /**
     * What an Avellaneda-Stoikov maker can be told.
     *
     * @param formulas for prices in basis points, so gamma is from 0.000001 to 10 and k from 0.001 to 100 per basis point
     * @param horizonSeconds T - t at most, 0 to 3,600
     * @param meanSeconds over how long the middle is averaged, 0.1 to 3,600
     * @param varianceMin per second, in squared basis points, 0 to 10,000
     * @param size of a quote, as a fraction of the coins at the start, 0.001 to 0.5
     */
    record Parameters(
            AvellanedaStoikov formulas, double horizonSeconds, double meanSeconds, double varianceMin, double size) {
        static final Parameters STANDARD = new Parameters(new AvellanedaStoikov(0.01, 0.2), 30, 5, 1, 0.02);

        Parameters {
            Ranges.check("horizonSeconds", horizonSeconds, 0, 3_600);
            Ranges.check("meanSeconds", meanSeconds, 0.1, 3_600);
            Ranges.check("varianceMin", varianceMin, 0, 10_000);
            Ranges.check("size", size, 0.001, 0.5);
        }
    }

    InventoryMaker(Parameters parameters, Scene first) {
        this.parameters = parameters;
        this.mean = new RunningMean(parameters.meanSeconds, first);
        this.variance = parameters.varianceMin;
        this.lastMid = first.mid();
        this.lastSeconds = first.seconds();
    }

    @Override
    public Aim aim(Scene scene) {
        measure(scene);
        double point = scene.anchor().price() / BASIS_POINTS;
        double risk = Math.max(variance, parameters.varianceMin) * horizon(scene);
        double middle = mean.with(scene.mid(), scene.seconds());
        double reservation = middle + point * parameters.formulas.shift(scene.drift() / parameters.size, risk);
        double spread = point * parameters.formulas.spread(risk);
        return new Aim.Quote(
                List.of(
                        new Offer(Side.BUY, behind(scene, Side.BUY, reservation - spread / 2), parameters.size),
                        new Offer(Side.SELL, behind(scene, Side.SELL, reservation + spread / 2), parameters.size)),
                TOLERANCE * spread);
    }

    /** A maker never takes. */
    private static double behind(Scene scene, Side side, double price) {
        return side == Side.BUY
                ? Math.min(price, scene.best(Side.SELL, Double.POSITIVE_INFINITY) - scene.tick())
                : Math.max(price, scene.best(Side.BUY, 0) + scene.tick());
    }

    private void measure(Scene scene) {
        double seconds = scene.seconds() - lastSeconds;
        if (seconds > 0) {
            double move = (scene.mid() / lastMid - 1) * BASIS_POINTS;
            variance += VARIANCE_GAIN * (move * move / seconds - variance);
            lastMid = scene.mid();
            lastSeconds = scene.seconds();
        }
    }

    private double horizon(Scene scene) {
        Long leftMillis = scene.view().leftMillis();
        return leftMillis == null
                ? parameters.horizonSeconds
                : Math.min(parameters.horizonSeconds, leftMillis / 1_000.0);
    }
}
