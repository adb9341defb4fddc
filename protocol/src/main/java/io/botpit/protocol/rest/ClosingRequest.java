package io.botpit.protocol.rest;

import org.jspecify.annotations.Nullable;

/**
 * How the game is to close; what is absent is as a game of its preset and length has it.
 *
 * @param valuation {@code last-mark}, {@code reference}, {@code book-loo} or {@code liquidate}
 * @param windowMs how long before the earliest end the closing window opens
 * @param spreadMs how much earlier than its time limit it may end, by chance
 * @param calmMs how long before the earliest end what trades at once may only reduce a position
 * @param impactPermille what a left-over position as large as the depth costs, in thousandths of the clamp
 * @param clampPermille how far the average may lie from that of the window before
 * @param positionPercent of the position limit that is left in the window
 */
public record ClosingRequest(
        @Nullable String valuation,
        @Nullable Integer windowMs,
        @Nullable Integer spreadMs,
        @Nullable Integer calmMs,
        @Nullable Integer impactPermille,
        @Nullable Integer clampPermille,
        @Nullable Integer positionPercent) {}
