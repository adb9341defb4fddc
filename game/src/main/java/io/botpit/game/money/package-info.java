/**
 * Assets, amounts, prices, quantities and instruments: whole numbers that carry their unit, so that a bare {@code
 * long} never leaves this package. Only the JDK may enter. Everything here is immutable and may be read by any
 * thread.
 */
@NullMarked
package io.botpit.game.money;

import org.jspecify.annotations.NullMarked;
