package io.botpit.game.report;

import java.math.BigInteger;

/**
 * Where a score comes from, in units of the quote asset. With M the mark just before a trade, M5 the mark after five more
 * seconds of play and L the last mark of play, a trade of a quantity q at a price p brings its buyer {@code q (M - p)},
 * {@code q (M5 - M)} and {@code q (L - M5)}, and its seller the opposite.
 *
 * @param spread traded at a better price than the mark
 * @param markOut what the mark did in the five seconds after
 * @param inventory what it did from then until the end of play
 * @param fees paid, so never above zero; those in a base asset at the last mark, rounded up
 * @param settlement the rest: what the final valuation makes of the wallet instead of the last mark, and roundings
 */
public record Attribution(
        BigInteger spread, BigInteger markOut, BigInteger inventory, BigInteger fees, BigInteger settlement) {
    /** The score. */
    public BigInteger total() {
        return spread.add(markOut).add(inventory).add(fees).add(settlement);
    }
}
