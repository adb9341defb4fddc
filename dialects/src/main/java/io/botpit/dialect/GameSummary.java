package io.botpit.dialect;

import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.control.GameView;

/**
 * One game of the server in a list.
 *
 * @param players how many were admitted
 * @param isDefault whether sessions follow it unless they join another
 */
public record GameSummary(
        GameId id, String title, GamePhase phase, int players, GameView.Clock clock, boolean isDefault) {}
