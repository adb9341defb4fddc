package io.botpit.protocol.rest;

import org.jspecify.annotations.Nullable;

/**
 * The body of an act on a tournament.
 *
 * @param player whom it is about
 * @param reason for people
 */
public record TournamentAct(
        @Nullable String player, @Nullable String reason) {
    public static final TournamentAct EMPTY = new TournamentAct(null, null);
}
