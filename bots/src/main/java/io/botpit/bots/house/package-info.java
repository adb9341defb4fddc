/**
 * The house's own bots, which keep a market alive when few guests are present: strategies like any guest's, with
 * no key to the back door. A {@code Trader} thinks in prices and fractions, the {@code Desk} below it knows orders and
 * wallets; a {@code Pricing} is a trader of the auction literature, whose limit prices come from its {@code Worth}. Only
 * {@code io.botpit.bots} and the protocol may enter. A strategy is called by one thread at a time.
 */
@NullMarked
package io.botpit.bots.house;

import org.jspecify.annotations.NullMarked;
