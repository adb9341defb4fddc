package io.botpit.persistence;

import io.botpit.game.GameId;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import org.jspecify.annotations.Nullable;

/**
 * A game in a list.
 *
 * @param players how many were admitted
 * @param startedAt null: it never ran
 * @param endedAt null: it goes on
 * @param mode the last one; after the end the one that was in force then
 */
public record GameRow(
        GameId game,
        String title,
        String preset,
        GamePhase phase,
        int players,
        GameTime openedAt,
        @Nullable GameTime startedAt,
        @Nullable GameTime endedAt,
        GameMode mode) {}
