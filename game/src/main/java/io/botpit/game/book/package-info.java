/**
 * The order book of one instrument: price levels, resting orders, price-time priority. It knows orders and not
 * money; {@code io.botpit.game} and {@code io.botpit.game.money} may enter. A book belongs to the one thread that
 * drives its game; its views are immutable.
 */
@NullMarked
package io.botpit.game.book;

import org.jspecify.annotations.NullMarked;
