/**
 * What is counted for those who run the server. The game's vocabulary, the dialects' and the metrics library may
 * enter. Counters are safe on any thread.
 */
@NullMarked
package io.botpit.server.meter;

import org.jspecify.annotations.NullMarked;
