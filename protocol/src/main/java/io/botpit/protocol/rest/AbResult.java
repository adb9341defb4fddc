package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Two bots in many games, each two of which had the same chance and changed seats.
 *
 * @param seed of the first two games; each further two have the next number
 * @param mean how much more A earned than B in a game, in the quote asset
 * @param low lower end of the interval that has the true mean with 95 % confidence
 * @param high its upper end
 */
public record AbResult(
        String a,
        String b,
        int games,
        long seed,
        double mean,
        double low,
        double high,
        @JsonUnwrapped Wins wins) {
    /** In how many games each was ahead of the other. */
    public record Wins(
            @JsonProperty("aAhead") int a,
            @JsonProperty("bAhead") int b) {}
}
