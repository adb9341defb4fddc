/**
 * The single writer of each game: a bounded inbox, and a crank that stamps, applies, stores and publishes a
 * batch. The game and its ports may enter; no socket and no Javalin. Any thread may submit, only the game's
 * thread turns the crank.
 */
@NullMarked
package io.botpit.server.loop;

import org.jspecify.annotations.NullMarked;
