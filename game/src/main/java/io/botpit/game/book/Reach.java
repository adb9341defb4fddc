package io.botpit.game.book;

/**
 * How far an order could go into the opposite side.
 *
 * @param lots of other owners it could trade
 * @param tickLots price times size of those, at most {@link io.botpit.game.money.Amount#UNITS_MAX}
 */
public record Reach(long lots, long tickLots) {}
