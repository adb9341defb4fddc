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
        List<Result> results,
        List<Rival> rivals)
        implements RestBody {
    public BotRow {
        results = List.copyOf(results);
        rivals = List.copyOf(rivals);
    }

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
