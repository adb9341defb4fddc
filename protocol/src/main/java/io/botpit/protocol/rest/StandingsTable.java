package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A game's table.
 *
 * @param sequence of the last command that is in it
 * @param isFinal whether the game is over
 */
public record StandingsTable(
        String game,
        String phase,
        long sequence,
        @JsonProperty("final") boolean isFinal,
        List<StandingRow> standings) implements RestBody {
    public StandingsTable {
        standings = List.copyOf(standings);
    }
}
