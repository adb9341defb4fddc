package io.botpit.protocol.rest;

import org.jspecify.annotations.Nullable;

/**
 * What a bot is doing.
 *
 * @param online whether it is connected
 * @param playing the game it is in, if that is not over; null: none
 */
public record BotNow(boolean online, @Nullable String playing) {}
