package io.botpit.server.lobby;

import io.botpit.game.tournament.TournamentId;

/** Which bout of which tournament a game is. */
public record BoutOf(TournamentId tournament, int number) {}
