/**
 * One connection's way out: the port that transports implement, and the bounded queue in front of it. Nothing but the
 * JDK may enter. Any thread may offer; frames leave one after the other.
 */
@NullMarked
package io.botpit.server.link;

import org.jspecify.annotations.NullMarked;
