/**
 * The arena protocol on the wire: one record per message and the codec that reads and writes them. Jackson may
 * enter, the game and the server may not: bot authors depend on this package. Records are immutable and the codec
 * has no state, so both are safe on any thread.
 */
@NullMarked
package io.botpit.protocol;

import org.jspecify.annotations.NullMarked;
