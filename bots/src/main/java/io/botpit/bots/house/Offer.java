package io.botpit.bots.house;

import io.botpit.bots.Side;

/**
 * An order that a trader would like to have in the book.
 *
 * @param price in the quote asset, not yet on the grid
 * @param size as a fraction of the coins the bot began with
 */
record Offer(Side side, double price, double size) {}
