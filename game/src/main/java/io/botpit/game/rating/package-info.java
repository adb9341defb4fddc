/**
 * Ratings as a pure function of the results of games, in the order in which the games were opened. The vocabulary may
 * enter; floating point is allowed here, by {@code StrictMath} only, so that the same results give the same bits
 * everywhere. Values are safe on any thread; {@link io.botpit.game.rating.Ratings} belongs to one.
 */
@NullMarked
package io.botpit.game.rating;

import org.jspecify.annotations.NullMarked;
