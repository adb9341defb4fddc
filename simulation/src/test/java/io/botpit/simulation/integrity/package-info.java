/** Whether a report says the truth: its sums in random games, and what it finds in games that were not played fairly. One thread. */
@NullMarked
package io.botpit.simulation.integrity;

import org.jspecify.annotations.NullMarked;
