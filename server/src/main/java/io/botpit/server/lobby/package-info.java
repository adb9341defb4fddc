/**
 * Accounts, games and tournaments in progress. The game and its ports may enter; no Javalin and no SQL. A single
 * writer of its own: other threads send it messages.
 */
@NullMarked
package io.botpit.server.lobby;

import org.jspecify.annotations.NullMarked;
