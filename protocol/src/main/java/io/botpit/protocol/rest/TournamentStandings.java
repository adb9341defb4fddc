package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The table of a tournament. */
public record TournamentStandings(
        String tournament, @JsonProperty("final") boolean isFinal, List<TournamentStandingRow> standings)
        implements RestBody {
    public TournamentStandings {
        standings = List.copyOf(standings);
    }
}
