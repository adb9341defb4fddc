/**
 * Translator of the arena protocol, our own and the reference for the others. {@code io.botpit.protocol}, the
 * game's vocabulary and Jackson may enter; no other translator may. It has no state and is safe on any thread.
 */
@NullMarked
package io.botpit.dialect.arena;

import org.jspecify.annotations.NullMarked;
