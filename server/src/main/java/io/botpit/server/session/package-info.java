/**
 * Connections: who is asking, what they may do, how much of it, and the bounded queue of what is to be sent. The
 * game's vocabulary and the dialects may enter; no Javalin. A session reads on its connection's thread, which may
 * also write the answers; one thread at a time for either.
 */
@NullMarked
package io.botpit.server.session;

import org.jspecify.annotations.NullMarked;
