/**
 * The whole server on one thread: clock, network, disk and chance are simulated and drawn from one seed, everything else
 * is the product. One thread.
 */
@NullMarked
package io.botpit.simulation.weather;

import org.jspecify.annotations.NullMarked;
