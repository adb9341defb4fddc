package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
     * @param lastScore null: none yet
     * @param lastPlaces of its last games, newest last
     */
    public record LeaderboardRow(
            int rank,
            String name,
            boolean house,
            @JsonUnwrapped Tally tally,
            @Nullable String lastScore,
            List<LastPlace> lastPlaces,
            @JsonUnwrapped BotNow now) {
        public LeaderboardRow {
            lastPlaces = List.copyOf(lastPlaces);
        }
    }

    /**
     * How one game ended for a bot.
     *
     * @param of how many had a place
     */
    public record LastPlace(String game, int place, int of) {}
}
