package io.botpit.game;

import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;

/**
 * What the others in a book quoted at one moment, as evidence of a price.
 *
 * @param bid their best buy price
 * @param ask their best sell price
 * @param depth lots of both sides together that stand close to the middle of the two
 */
public record Quotes(Price bid, Price ask, Quantity depth) {}
