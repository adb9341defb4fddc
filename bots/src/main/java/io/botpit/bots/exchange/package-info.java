/**
 * One interface over many exchanges. {@link io.botpit.bots.exchange.ExchangeClient} says what every exchange can be asked and
 * what it tells; the other public types are its words and the doors to the exchanges there are. Knows the bot kit and the
 * protocol, nothing of the server.
 */
@NullMarked
package io.botpit.bots.exchange;

import org.jspecify.annotations.NullMarked;
