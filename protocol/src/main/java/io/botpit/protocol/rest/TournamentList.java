package io.botpit.protocol.rest;

import java.util.List;

/** Tournaments: those that are not over, then the others, newest first. */
public record TournamentList(List<TournamentRow> tournaments) implements RestBody {
    public TournamentList {
        tournaments = List.copyOf(tournaments);
    }
}
