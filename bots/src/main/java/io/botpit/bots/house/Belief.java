package io.botpit.bots.house;

import io.botpit.bots.Side;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What Gjerstad and Dickhaut's trader believes: the chance that a price it shouts is taken, from the shouts it remembers.
 *
 * <pre>
 * ask at p: (TA(&gt;= p) + B(&gt;= p)) / (TA(&gt;= p) + B(&gt;= p) + RA(&lt;= p))
 * bid at p: (TB(&lt;= p) + A(&lt;= p)) / (TB(&lt;= p) + A(&lt;= p) + RB(&gt;= p))
 * </pre>
 *
 * TA and TB are the asks and bids that were taken, RA and RB those that were not, A and B all. What crosses the book is
 * taken for certain, and what is behind its best price is not taken at all.
 */
final class Belief {
    /** No more are remembered, however few of them were taken. */
    private static final int SHOUTS_MAX = 200;

    private final int memory;
    private final Deque<Shout> shouts = new ArrayDeque<>();

    /** @param taken whether somebody traded at it */
    private record Shout(Side side, double price, boolean taken) {}

    /** @param memory trades since the oldest of which shouts are remembered, 1 to 100 */
    Belief(int memory) {
        Ranges.check("memory", memory, 1, 100);
        this.memory = memory;
    }

    /** Somebody shouted the best price of a side. */
    void shouted(Side side, double price) {
        keep(new Shout(side, price, false));
    }

    /** A shout was taken: the last one at that price, or one that was not seen before. */
    void taken(Side side, double price) {
        shouts.removeLastOccurrence(new Shout(side, price, false));
        keep(new Shout(side, price, true));
    }

    private void keep(Shout shout) {
        shouts.addLast(shout);
        while (shouts.size() > SHOUTS_MAX
                || shouts.stream().filter(Shout::taken).count() > memory) {
            shouts.removeFirst();
        }
    }

    boolean isEmpty() {
        return shouts.isEmpty();
    }

    /**
     * The chance that a shout is taken.
     *
     * @param bestBid of the book, or a price so low that nobody would trade there
     * @param bestAsk likewise, so high
     */
    double chance(Side side, double price, double bestBid, double bestAsk) {
        boolean buys = side == Side.BUY;
        if (buys ? price >= bestAsk : price <= bestBid) {
            return 1;
        }
        if (buys ? price < bestBid : price > bestAsk) {
            return 0;
        }
        int better = 0;
        int worse = 0;
        for (Shout shout : shouts) {
            if (shout.side != side ? isGood(shout, side, price) : shout.taken && isGood(shout, side, price)) {
                better++;
            } else if (shout.side == side && !shout.taken && (buys ? shout.price >= price : shout.price <= price)) {
                worse++;
            }
        }
        return better == 0 ? 0 : (double) better / (better + worse);
    }

    /** Whether a shout says that a price would do: as good for who shouts at that price, or better. */
    private static boolean isGood(Shout shout, Side side, double price) {
        return side == Side.BUY ? shout.price <= price : shout.price >= price;
    }
}
