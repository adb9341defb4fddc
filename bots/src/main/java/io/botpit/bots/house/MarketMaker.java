package io.botpit.bots.house;

import io.botpit.bots.Market;
import io.botpit.bots.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Quotes both sides and lives on the spread. As in Avellaneda and Stoikov, <i>High-frequency trading in a limit order
 * book</i>, Quantitative Finance 8(3), 2008, the quotes lie around a reservation price that moves against the inventory,
 * and the spread grows with volatility. Simpler than there: the horizon is constant, inventory counts in starting
 * wallets, and the spread is a floor plus the measured volatility. The paper's own formulas are in {@link
 * AvellanedaStoikov}.
 *
 * <p>The reservation price starts from an own slow estimate and not from the middle of the book: where makers are
 * nearly alone, the middle is their own echo, and leaning on it would set the price swinging.
 */
final class MarketMaker implements Trader {
    private static final double VOLATILITY_GAIN = 0.1;
    private static final double VOLATILITY_MAX = 0.01;
    /** A quote stays while it is no further than this from where it should be, in half spreads. */
    private static final double TOLERANCE = 0.35;

    private final Parameters parameters;
    private final RandomGenerator random;
    private double estimate;
    private double lastMark;
    private double volatility;

    /**
     * What a market maker can be told.
     *
     * @param levels quotes on each side, 1 to 10
     * @param skew price shift, as a fraction, when the inventory is one starting wallet off, 0 to 1
     * @param halfSpread at rest, as a fraction of the price, 0.0001 to 0.1
     * @param levelStep from a level to the next, in half spreads, 0 to 10
     * @param estimateGain how much of the gap to the mark the estimate closes per turn, 0 to 1
     * @param size of a level, as a fraction of the coins at the start, 0 to 0.5
     */
    record Parameters(int levels, double skew, double halfSpread, double levelStep, double estimateGain, double size) {
        static final Parameters STANDARD = new Parameters(3, 0.12, 0.002, 0.8, 0.02, 0.04);

        Parameters {
            Ranges.check("levels", levels, 1, 10);
            Ranges.check("skew", skew, 0, 1);
            Ranges.check("halfSpread", halfSpread, 0.0001, 0.1);
            Ranges.check("levelStep", levelStep, 0, 10);
            Ranges.check("estimateGain", estimateGain, 0, 1);
            Ranges.check("size", size, 0, 0.5);
        }
    }

    MarketMaker(Parameters parameters, RandomGenerator random, Anchor anchor) {
        this.parameters = parameters;
        this.random = random;
        this.estimate = anchor.price();
        this.lastMark = anchor.price();
    }

    @Override
    public Aim aim(Scene scene) {
        learn(scene.mark());
        return new Aim.Quote(offers(scene), TOLERANCE * halfSpread() * estimate);
    }

    private void learn(double mark) {
        double move = Math.abs(mark / lastMark - 1);
        volatility = Math.min(VOLATILITY_MAX, volatility + VOLATILITY_GAIN * (move - volatility));
        estimate += parameters.estimateGain * (mark - estimate);
        lastMark = mark;
    }

    private double halfSpread() {
        return parameters.halfSpread + volatility;
    }

    /** The first level on each side is where the reservation price and the rules allow it; the others follow outwards. */
    private List<Offer> offers(Scene scene) {
        Market market = scene.market();
        double reservation = estimate * (1 - parameters.skew * scene.drift());
        double distance = halfSpread() * reservation;
        double bid = market.bid(reservation - distance).doubleValue();
        double ask = market.ask(reservation + distance).doubleValue();
        List<Offer> offers = new ArrayList<>();
        for (int level = 0; level < parameters.levels; level++) {
            double further = parameters.levelStep * distance * level;
            double size = parameters.size * (0.8 + 0.4 * random.nextDouble());
            offers.add(new Offer(Side.BUY, bid - further, size));
            offers.add(new Offer(Side.SELL, ask + further, size));
        }
        return offers;
    }
}
