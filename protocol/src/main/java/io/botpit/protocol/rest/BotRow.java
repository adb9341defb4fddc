package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One bot and its results.
 *
 * @param rank its rank of all time; null: no ended game yet
 * @param results newest first
 * @param rivals whom it met most often, most often first
 */
public record BotRow(
        String name,
        boolean house,
        @Nullable Integer rank,
        @JsonUnwrapped Tally tally,
        @JsonUnwrapped BotNow now,
        @JsonUnwrapped Strength strength,
        List<Result> results,
        List<Rival> rivals)
        implements RestBody {
    public BotRow {
        results = List.copyOf(results);
        rivals = List.copyOf(rivals);
    }

    /**
     * How strong it is.
     *
     * @param ratings one for each pool it is rated in
     * @param versions what it said it was, newest first
     */
    public record Strength(List<PoolRating> ratings, List<Version> versions) {
        public Strength {
            ratings = List.copyOf(ratings);
            versions = List.copyOf(versions);
        }
    }

    /** What it said it was, and since when, in milliseconds since the epoch. */
    public record Version(String version, long announcedAt) {}

    /**
     * Place and score in one ended game.
     *
     * @param of how many had a place
     */
    public record Result(String game, String title, int place, int of, String score, long endedAt) {}

    /**
     * Another bot that it met.
     *
     * @param met ended games of both
     * @param ahead of these, how often it had the better place
     * @param behind likewise the rival
     */
    public record Rival(String name, boolean house, int met, int ahead, int behind) {}
}
