package io.botpit.bots.house;

import io.botpit.bots.Side;
import io.botpit.bots.Update;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Zero intelligence plus: asks for a margin, for more of it when others trade at prices it would have got, for less when
 * it is outbid (Cliff, <i>Minimal-intelligence agents for bargaining behaviors in market-based environments</i>, HP
 * Laboratories HPL-97-91, 1997). {@link ZipMargin} is how it learns; here is when, and towards what. What is written of
 * sellers holds for buyers, mirrored.
 */
final class Zip implements Pricing {
    private final Parameters parameters;
    private final RandomGenerator random;
    private final ZipMargin buyer;
    private final ZipMargin seller;
    private @Nullable Limits limits;
    private double lastBid = Double.NEGATIVE_INFINITY;
    private double lastAsk = Double.POSITIVE_INFINITY;

    /**
     * The ranges from which a trader draws what it is, as in the paper. Margins and shifts are smaller than there, since
     * limits are as close to the price as a market's spread, and not as far as a classroom's supply and demand.
     *
     * @param betaMin lowest learning rate, 0 to {@code betaMax}
     * @param betaMax highest, 0 to 1; the paper has 0.1 to 0.5
     * @param gammaMax highest momentum, 0 to 0.9; the paper has 0.1
     * @param marginMin lowest first margin, 0 to {@code marginMax}
     * @param marginMax highest, 0 to 0.5; the paper has 0.05 to 0.35
     * @param shift most by which a target is off a price that was seen, by a factor and once more by a sum, as a fraction
     *     of the price, 0 to 0.05; the paper's c_r and c_a, 0.05
     */
    record Parameters(
            double betaMin, double betaMax, double gammaMax, double marginMin, double marginMax, double shift) {
        static final Parameters STANDARD = new Parameters(0.1, 0.5, 0.1, 0.0002, 0.002, 0.0002);

        Parameters {
            Ranges.check("betaMax", betaMax, 0, 1);
            Ranges.check("betaMin", betaMin, 0, betaMax);
            Ranges.check("gammaMax", gammaMax, 0, 0.9);
            Ranges.check("marginMax", marginMax, 0, 0.5);
            Ranges.check("marginMin", marginMin, 0, marginMax);
            Ranges.check("shift", shift, 0, 0.05);
        }
    }

    Zip(Parameters parameters, RandomGenerator random) {
        this.parameters = parameters;
        this.random = random;
        buyer = drawn(Side.BUY);
        seller = drawn(Side.SELL);
    }

    private ZipMargin drawn(Side side) {
        return new ZipMargin(
                side,
                between(parameters.betaMin, parameters.betaMax),
                between(0, parameters.gammaMax),
                between(parameters.marginMin, parameters.marginMax));
    }

    @Override
    public OptionalDouble price(Side side, Limits limits, Scene scene) {
        return OptionalDouble.of(margin(side).price(limits.of(side)));
    }

    /** Somebody outbid it without a trade: less margin. */
    @Override
    public void looked(Limits limits, Scene scene) {
        this.limits = limits;
        double bid = scene.best(Side.BUY, limits.low());
        double ask = scene.best(Side.SELL, limits.high());
        if (ask < lastAsk && ask < seller.price(limits.sell())) {
            seller.learn(limits.sell(), target(bid, 1));
        }
        if (bid > lastBid && bid > buyer.price(limits.buy())) {
            buyer.learn(limits.buy(), target(ask, -1));
        }
        lastBid = bid;
        lastAsk = ask;
    }

    @Override
    public void heard(Update.Traded trade) {
        Limits known = limits;
        if (known != null) {
            for (Side side : Side.values()) {
                learn(side, known.of(side), trade);
            }
        }
    }

    /** A price as good as its own or better: it could have asked for more. A worse one that was taken: it asks too much. */
    private void learn(Side side, double limit, Update.Traded trade) {
        int up = side == Side.SELL ? 1 : -1;
        double price = trade.price().doubleValue();
        double gain = up * (price - margin(side).price(limit));
        if (gain >= 0) {
            margin(side).learn(limit, target(price, up));
        } else if (trade.taker() != side) {
            margin(side).learn(limit, target(price, -up));
        }
    }

    private double target(double price, int up) {
        double factor = 1 + up * between(0, parameters.shift);
        return factor * price + up * between(0, parameters.shift) * price;
    }

    private ZipMargin margin(Side side) {
        return side == Side.BUY ? buyer : seller;
    }

    private double between(double min, double max) {
        return min + (max - min) * random.nextDouble();
    }
}
