package io.botpit.game.score;

import io.botpit.game.money.Price;
import java.math.BigInteger;

/** The mean of a price over the end of a game, each price by the time it stood. Moments are what is left. One thread. */
public final class TimeAverage {
    private BigInteger sum = BigInteger.ZERO;
    private long micros;
    private long since;

    /** @param opensAt what is left when it begins to count, in microseconds */
    public TimeAverage(long opensAt) {
        since = opensAt;
    }

    /** The price has stood until so much is left, in microseconds. */
    public void stood(Price price, long left) {
        if (left < since) {
            sum = sum.add(BigInteger.valueOf(price.ticks()).multiply(BigInteger.valueOf(since - left)));
            micros += since - left;
            since = left;
        }
    }

    /**
     * Rounded to a tick, a half to the even side.
     *
     * @param otherwise where nothing has counted yet
     */
    public Price mean(Price otherwise) {
        return micros == 0 ? otherwise : new Price(Rounding.halfEven(sum, BigInteger.valueOf(micros)));
    }
}
