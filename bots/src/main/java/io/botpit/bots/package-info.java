/**
 * The kit for bot authors: a strategy is a pure function, and everything around it (connecting, logging in,
 * pacing, resuming) is done here. The protocol and the JDK may enter, the game and the server may not. A strategy
 * is called by one thread at a time.
 */
@NullMarked
package io.botpit.bots;

import org.jspecify.annotations.NullMarked;
