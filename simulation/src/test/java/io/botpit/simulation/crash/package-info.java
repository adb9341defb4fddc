/**
 * Servers that are really killed, and clients that remember what they were told. Each class says which thread it is
 * for.
 */
@NullMarked
package io.botpit.simulation.crash;

import org.jspecify.annotations.NullMarked;
