package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * One tournament in a list.
 *
 * @param format such as {@code swiss_duels}
 * @param formatWords for people
 * @param phase {@code entry}, {@code running}, {@code finished} or {@code cancelled}
 * @param dryRun whether house bots play it to try it out
 * @param duplicate whether all tables of a round have the same market
 */
public record TournamentRow(
        String id,
        String title,
        String format,
        String formatWords,
        String phase,
        boolean dryRun,
        boolean duplicate,
        @JsonUnwrapped Course course,
        @JsonUnwrapped Times times) {
    /**
     * How far it is.
     *
     * @param round the last that was drawn; 0 before the start
     * @param rounds null: nobody knows
     * @param leader null: nobody has a result; the winner when it is over
     */
    public record Course(
            int entrants,
            int round,
            @Nullable Integer rounds,
            @Nullable String leader,
            @Nullable String leaderPoints) {}

    /**
     * In milliseconds since the epoch.
     *
     * @param startsAt when it is to start; null: when the admin says so
     */
    public record Times(
            @Nullable Long startsAt,
            @Nullable Long startedAt,
            @Nullable Long endedAt) {}
}
