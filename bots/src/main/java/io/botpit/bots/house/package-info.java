/**
 * The house's own bots, which keep a market alive when few guests are present: strategies like any guest's, with
 * no key to the back door. Only {@code io.botpit.bots} and the protocol may enter. A strategy is called by one
 * thread at a time.
 */
@NullMarked
package io.botpit.bots.house;

import org.jspecify.annotations.NullMarked;
