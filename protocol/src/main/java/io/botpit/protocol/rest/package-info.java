/**
 * The bodies of the REST interface as records, and the codec that writes them as JSON or CSV. Money and prices are
 * texts with their decimals, times are milliseconds since the Unix epoch. Jackson may enter; the game may not.
 * Everything here is immutable or stateless, so safe on any thread.
 */
@NullMarked
package io.botpit.protocol.rest;

import org.jspecify.annotations.NullMarked;
