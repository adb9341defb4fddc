/** One contract, played against every exchange client there is: the server is real, in this process or beside it. */
@NullMarked
package io.botpit.simulation.exchange;

import org.jspecify.annotations.NullMarked;
