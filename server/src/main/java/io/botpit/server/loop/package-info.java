/**
 * The single writer of each game: a bounded inbox, and a crank that stamps, applies, stores and publishes a
 * batch. The game and its ports may enter; no socket and no Javalin. Any thread may submit, one at a time
 * turns the crank: who brings commands on an errand, or a thread of the pool.
 */
@NullMarked
package io.botpit.server.loop;

import org.jspecify.annotations.NullMarked;
