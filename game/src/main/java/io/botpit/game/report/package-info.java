/**
 * What can be told of a game once it is over: figures of each player, where its score comes from, and whether the game
 * was held fairly. Folds over what was committed, and nothing else. The vocabulary, the money and the rules may enter;
 * floating point is allowed, since nothing here is ever paid out, but what must add up is counted in whole units. Built by one
 * thread; what comes out is immutable.
 */
@NullMarked
package io.botpit.game.report;

import org.jspecify.annotations.NullMarked;
