/**
 * The auditor: a second game, written from the rules in {@code docs/rules.md} and never from the engine, that is slow
 * and plain enough to be read in one go; seeds that draw commands and rules; and the comparison of the two. Only the
 * vocabulary and the engine's public door may enter. One thread.
 */
@NullMarked
package io.botpit.simulation.audit;

import org.jspecify.annotations.NullMarked;
