package io.botpit.bots.house;

import io.botpit.bots.Side;

/**
 * The limit prices of an auction trader at a moment, in the quote asset.
 *
 * @param buy the most it pays: the papers' L of a buyer
 * @param sell the least it takes: the papers' L of a seller
 * @param low the lowest price that makes sense: the papers' pmin
 * @param high the highest: pmax
 */
record Limits(double buy, double sell, double low, double high) {
    double of(Side side) {
        return side == Side.BUY ? buy : sell;
    }

    /** The price at which nobody would trade: where a side of the book that is empty is taken to stand. */
    double worst(Side side) {
        return side == Side.BUY ? low : high;
    }
}
