/**
 * Runs tournaments: asks the pure machine for the next bouts, opens their games in the lobby, sends the bots there and
 * gives the results back. Everything that changes something happens on the lobby's thread and is in its journal first,
 * so that the next process goes on where this one ended. The lobby and the game may enter; no Javalin, no SQL, no bots.
 */
@NullMarked
package io.botpit.server.tournament;

import org.jspecify.annotations.NullMarked;
