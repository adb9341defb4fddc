package io.botpit.bots.house;

import io.botpit.bots.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Quotes around the micro-price, and only on the side to which the book leans: where many want to buy and few to sell,
 * the price is about to rise (Cont, Kukanov and Stoikov, <i>The price impact of order book events</i>, Journal of
 * Financial Econometrics 12, 2014). Its own orders do not count.
 *
 * <pre>
 * I     = (Qb - Qa) / (Qb + Qa)
 * micro = (Qb a + Qa b) / (Qb + Qa)
 * </pre>
 */
final class Imbalance implements Trader {
    private static final double TOLERANCE = 0.2;

    private final Parameters parameters;
    private final RunningMean mean;

    /**
     * What such a bot can be told.
     *
     * @param meanSeconds over how long the micro-price is averaged, 0.1 to 3,600
     * @param lean imbalance from which on it quotes one side only, 0 to 1
     * @param halfSpread from the micro-price to a quote, as a fraction of the price, 0 to 0.1
     * @param skew by what fraction its prices fall when it owns twice its coins, 0 to 1
     * @param size of a quote, as a fraction of the coins at the start, 0 to 0.5
     */
    record Parameters(double meanSeconds, double lean, double halfSpread, double skew, double size) {
        static final Parameters STANDARD = new Parameters(2, 0.5, 0.0006, 0.02, 0.02);

        Parameters {
            Ranges.check("meanSeconds", meanSeconds, 0.1, 3_600);
            Ranges.check("lean", lean, 0, 1);
            Ranges.check("halfSpread", halfSpread, 0, 0.1);
            Ranges.check("skew", skew, 0, 1);
            Ranges.check("size", size, 0, 0.5);
        }
    }

    Imbalance(Parameters parameters, Scene first) {
        this.parameters = parameters;
        this.mean = new RunningMean(parameters.meanSeconds, first);
    }

    @Override
    public Aim aim(Scene scene) {
        double bids = scene.depth(Side.BUY);
        double asks = scene.depth(Side.SELL);
        boolean known = bids > 0 && asks > 0;
        double imbalance = known ? of(bids, asks) : 0;
        double micro = known ? microPrice(scene.best(Side.BUY, 0), bids, scene.best(Side.SELL, 0), asks) : scene.mark();
        double middle = mean.with(micro, scene.seconds()) * (1 - parameters.skew * scene.drift());
        List<Offer> offers = new ArrayList<>();
        if (imbalance > -parameters.lean) {
            offers.add(new Offer(Side.BUY, middle * (1 - parameters.halfSpread), parameters.size));
        }
        if (imbalance < parameters.lean) {
            offers.add(new Offer(Side.SELL, middle * (1 + parameters.halfSpread), parameters.size));
        }
        return new Aim.Quote(offers, TOLERANCE * parameters.halfSpread * middle);
    }

    static double of(double bids, double asks) {
        return (bids - asks) / (bids + asks);
    }

    /** Nearer to the side that has less to offer. */
    static double microPrice(double bid, double bids, double ask, double asks) {
        return (bids * ask + asks * bid) / (bids + asks);
    }
}
