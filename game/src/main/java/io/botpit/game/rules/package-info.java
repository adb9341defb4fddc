/**
 * Everything that can influence an outcome, written down as data: rules, limits and presets, the seed and the
 * behaviour version among them. The vocabulary and the money may enter. Everything here is immutable and may be
 * read by any thread.
 */
@NullMarked
package io.botpit.game.rules;

import org.jspecify.annotations.NullMarked;
