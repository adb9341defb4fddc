/** A whole server under one's hand: real parts, but clock, timers and threads move only when a test says so. */
@NullMarked
package io.botpit.server.rig;

import org.jspecify.annotations.NullMarked;
