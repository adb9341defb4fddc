/**
 * What a game's world does by itself: reference prices, shocks, news and halts, written down as data and worked out from
 * the seed, second by second. Vocabulary, money, rules and dice may enter. Scenarios are values for any thread; a
 * {@link io.botpit.game.scenario.Script} belongs to one.
 */
@NullMarked
package io.botpit.game.scenario;

import org.jspecify.annotations.NullMarked;
