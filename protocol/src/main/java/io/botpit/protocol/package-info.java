/**
 * The arena protocol on the wire: one record per message and the codec that reads and writes them. Jackson may
 * enter, the game and the server may not: bot authors depend on this package. Records are immutable and the codec
 * has no state, so both are safe on any thread. A record's {@code from} throws {@link
 * java.lang.IllegalArgumentException} where the JSON is not such a record.
 */
@NullMarked
package io.botpit.protocol;

import org.jspecify.annotations.NullMarked;
