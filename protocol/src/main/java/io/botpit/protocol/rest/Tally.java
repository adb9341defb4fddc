package io.botpit.protocol.rest;

import org.jspecify.annotations.Nullable;

/**
 * What a bot came to over all ended games.
 *
 * @param podiums places 1 to 3
 * @param bestScore null: none yet
 */
public record Tally(
        int games, int wins, int podiums, @Nullable String bestScore, String totalScore) {}
