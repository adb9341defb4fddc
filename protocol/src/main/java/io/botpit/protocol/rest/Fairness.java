package io.botpit.protocol.rest;

import org.jspecify.annotations.Nullable;

/**
 * What makes a game fair, and how anybody can check it.
 *
 * @param rated whether the result counts for ratings, and each owner has one bot in it at most
 * @param batchMs how long the batches are in which commands are taken in; 0: in the order of their arrival
 * @param seedCommitment SHA-256 as 64 hex digits; null: the game is not rated
 * @param seed a signed decimal; null before the end, and where the game is not rated
 * @param salt 32 hex digits; null likewise
 * @param scenario the text of its scenario; null: it has none, or is not over
 */
public record Fairness(
        boolean rated,
        int batchMs,
        @Nullable String seedCommitment,
        @Nullable String seed,
        @Nullable String salt,
        @Nullable String scenario) {}
