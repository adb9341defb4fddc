/**
 * The house's bots at a table of their own: strategies against the real engine, in virtual time, without a socket.
 * One thread.
 */
@NullMarked
package io.botpit.simulation.house;

import org.jspecify.annotations.NullMarked;
