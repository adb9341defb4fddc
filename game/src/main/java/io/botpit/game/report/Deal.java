package io.botpit.game.report;

import io.botpit.game.Fill;

/**
 * A trade between two bots that is yet to be judged.
 *
 * @param fill either side of it
 * @param market its instrument's number
 * @param mark just before it, in ticks
 * @param at microseconds of play
 */
record Deal(Fill fill, Bot buyer, Bot seller, int market, long mark, long at) {
    long lots() {
        return fill.size().lots();
    }

    long ticks() {
        return fill.price().ticks();
    }
}
