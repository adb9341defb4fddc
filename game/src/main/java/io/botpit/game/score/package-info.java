/**
 * Scoring and standings as pure functions of a game's state. The vocabulary, the money and the rules may enter;
 * floating point is allowed here, since no score is ever paid out. Safe on any thread.
 */
@NullMarked
package io.botpit.game.score;

import org.jspecify.annotations.NullMarked;
