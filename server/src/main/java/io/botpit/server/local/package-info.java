/**
 * Games among strategies in virtual time, without wire, journal and thread. The game and the bots may enter, nothing else of
 * the server. One thread.
 */
@NullMarked
package io.botpit.server.local;

import org.jspecify.annotations.NullMarked;
