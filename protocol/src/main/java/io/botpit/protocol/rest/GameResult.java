package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a game, wherever it was played: the same commands make the same result.
 *
 * @param scenario null: none
 * @param seed signed decimal; as text, since a number would lose digits
 * @param faults what became of bots that did not play to the end, by name
 */
public record GameResult(
        String preset,
        @Nullable String scenario,
        String seed,
        @JsonUnwrapped Course course,
        List<StandingRow> standings,
        Map<String, String> faults) {
    public GameResult {
        standings = List.copyOf(standings);
    }

    /**
     * How it went.
     *
     * @param phase in lower case; anything but {@code ended}: it did not come to its end
     * @param cause why it ended, in lower case; null: it did not
     * @param millis from its start to its end, in game time
     * @param commands of players
     */
    public record Course(String phase, @Nullable String cause, long millis, long commands, long trades) {}
}
