package io.botpit.protocol.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One bot and its results.
 *
 * @param rank its rank of all time; null: no ended game yet
 * @param results newest first
 */
public record BotRow(
        String name,
        boolean house,
        @Nullable Integer rank,
        int games,
        int wins,
        int podiums,
        @Nullable String bestScore,
        String totalScore,
        List<Result> results)
        implements RestBody {
    public BotRow {
        results = List.copyOf(results);
    }

    /** Place and score in one ended game. */
    public record Result(String game, int place, String score, long endedAt) {}
}
