package io.botpit.game.report;

import io.botpit.game.PlayerId;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * One player's part of a report.
 *
 * @param house whether it was let in as one of the house's own
 * @param score in quote units; of a void game at the last mark
 * @param standing null: the game is void and has no places
 */
public record BotReport(
        PlayerId player,
        String name,
        boolean house,
        BigInteger score,
        @Nullable RobustPlace standing,
        Figures figures,
        Attribution attribution,
        Conduct conduct) {}
