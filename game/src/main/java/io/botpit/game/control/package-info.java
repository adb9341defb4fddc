/**
 * The referee's machine: it takes one stamped command and answers with the events that follow from it, and with
 * nothing else. It may use every other package of the game. A controller belongs to one
 * thread; its views are immutable.
 */
@NullMarked
package io.botpit.game.control;

import org.jspecify.annotations.NullMarked;
