package io.botpit.persistence;

import io.botpit.game.EndCause;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import org.jspecify.annotations.Nullable;

/**
 * A game in a list.
 *
 * @param players how many were admitted
 * @param startedAt null: it never ran
 * @param endedAt null: it goes on
 * @param cause null: it goes on, or is void
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
        @Nullable EndCause cause) {}
