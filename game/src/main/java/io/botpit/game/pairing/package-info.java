/**
 * Who meets whom: pure functions from seat numbers, points and a seed to the tables of a round. Nothing but numbers and
 * {@link io.botpit.game.random.Dice} may enter, no clock, no state. Safe on any thread.
 *
 * <p>Seats are numbers from 0 on. A round is a list of tables, a table a list of seats in the order in which they sit.
 */
@NullMarked
package io.botpit.game.pairing;

import org.jspecify.annotations.NullMarked;
