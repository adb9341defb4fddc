/**
 * HTTP and WebSocket, and the only package that knows Javalin and Jetty. Nothing depends on it but the
 * composition root. Its handlers run on virtual threads and touch no game state.
 */
@NullMarked
package io.botpit.server.http;

import org.jspecify.annotations.NullMarked;
