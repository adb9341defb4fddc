/**
 * The vocabulary of a game: commands, events, reasons, ids and stamps. Only {@code io.botpit.game.money} and the
 * JDK's values may enter; no clock, no file, no socket, no library. Everything here is immutable and may be read
 * by any thread.
 */
@NullMarked
package io.botpit.game;

import org.jspecify.annotations.NullMarked;
