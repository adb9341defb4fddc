package io.botpit.protocol.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of all ended games, best first. */
public record LeaderboardPage(List<LeaderboardRow> rows) implements RestBody {
    public LeaderboardPage {
        rows = List.copyOf(rows);
    }

    /**
     * One bot.
     *
     * @param house whether the server itself runs it
     * @param podiums places 1 to 3
     * @param bestScore null: none yet
     */
    public record LeaderboardRow(
            int rank,
            String name,
            boolean house,
            int games,
            int wins,
            int podiums,
            @Nullable String bestScore,
            String totalScore,
            @Nullable String lastScore) {}
}
