package io.botpit.server.tournament;

/** What the outside may do with tournaments, and see of them. */
public record TournamentDoor(TournamentActs acts, TournamentReads reads) {}
