package io.botpit.server.lobby;

import io.botpit.game.GameId;
import io.botpit.persistence.journal.GameEnd;

/** A game that is over, and how it ended. */
public record GameOver(GameId game, GameEnd end) {}
