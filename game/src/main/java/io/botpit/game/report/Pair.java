package io.botpit.game.report;

import java.math.BigInteger;

/** What two bots traded with each other so far. One thread. */
final class Pair {
    private final Bot first;
    private final Bot second;

    /** Of each market, lots the first bought less those it sold, and all together. */
    private final double[] net;

    private final double[] gross;
    private BigInteger amount = BigInteger.ZERO;
    private BigInteger volume = BigInteger.ZERO;
    private long trades;

    Pair(Bot first, Bot second, int markets) {
        this.first = first;
        this.second = second;
        net = new double[markets];
        gross = new double[markets];
    }

    Bot first() {
        return first;
    }

    Bot second() {
        return second;
    }

    /** What the first gained from the second, in quote units. */
    BigInteger amount() {
        return amount;
    }

    BigInteger volume() {
        return volume;
    }

    long trades() {
        return trades;
    }

    /**
     * A trade once five seconds are over.
     *
     * @param toBuyer what it was worth to the buyer, in quote units
     * @param notional what was paid, likewise
     */
    void judge(Deal deal, BigInteger toBuyer, BigInteger notional) {
        boolean bought = deal.buyer() == first;
        amount = amount.add(bought ? toBuyer : toBuyer.negate());
        volume = volume.add(notional);
        trades++;
        net[deal.market()] += bought ? deal.lots() : -deal.lots();
        gross[deal.market()] += deal.lots();
    }

    /** Of the lots, the part that did not go back and forth, in the market where it is greatest; 0 to 1. */
    double net() {
        double most = 0;
        for (int market = 0; market < net.length; market++) {
            most = Math.max(most, gross[market] == 0 ? 0 : Math.abs(net[market]) / gross[market]);
        }
        return most;
    }
}
