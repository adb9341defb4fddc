/**
 * Chance, specified to the last bit, so that a seed means the same for ever on every machine. Knows nothing but
 * numbers. Dice belong to one thread at a time.
 */
@NullMarked
package io.botpit.game.random;

import org.jspecify.annotations.NullMarked;
