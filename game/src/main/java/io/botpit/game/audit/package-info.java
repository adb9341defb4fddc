/**
 * A second opinion on a game: what must hold in every game, checked from its rules, commands and events alone. May use
 * the vocabulary, {@code money} and {@code rules}, and nothing of the engine: what it shared with it, it could not
 * check. An audit belongs to one thread.
 */
@NullMarked
package io.botpit.game.audit;

import org.jspecify.annotations.NullMarked;
