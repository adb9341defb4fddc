package io.botpit.dialect;

import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.control.GameView;
import org.jspecify.annotations.Nullable;

/**
 * One game of the server in a list.
 *
 * @param players how many were admitted
 * @param seedCommitment published before the seed is; null: it is not
 * @param isDefault whether sessions follow it unless they join another
 */
public record GameSummary(
        GameId id,
        String title,
        GamePhase phase,
        int players,
        GameView.Clock clock,
        @Nullable String seedCommitment,
        boolean isDefault) {}
