package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All bots, best first: by their ratings in a pool, or by their scores in all ended games.
 *
 * @param pool by which they are ranked; null: by their scores
 * @param pools in which anybody is rated
 * @param waitsFor the game that must be over before later results can move a rating; null: none waits
 */
public record LeaderboardPage(
        @Nullable String pool,
        List<PoolSize> pools,
        @Nullable String waitsFor,
        List<LeaderboardRow> rows) implements RestBody {
    public LeaderboardPage {
        pools = List.copyOf(pools);
        rows = List.copyOf(rows);
    }

    /** How many bots are rated in a pool. */
    public record PoolSize(String pool, int bots) {}

    /**
     * One bot.
     *
     * @param house whether the server itself runs it
     * @param lastScore null: none yet
     * @param lastPlaces of its last games, newest last
     * @param rating null: the table goes by scores
     */
    public record LeaderboardRow(
            int rank,
            String name,
            boolean house,
            @JsonUnwrapped Tally tally,
            @Nullable String lastScore,
            List<LastPlace> lastPlaces,
            @JsonUnwrapped BotNow now,
            @Nullable RatingFigures rating) {
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
