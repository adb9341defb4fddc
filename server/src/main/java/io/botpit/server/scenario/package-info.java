/**
 * Scenarios in games that are played: what the referee does second by second, and what the house is to quote. The loop,
 * the game and the bots' guide may enter.
 */
@NullMarked
package io.botpit.server.scenario;

import org.jspecify.annotations.NullMarked;
