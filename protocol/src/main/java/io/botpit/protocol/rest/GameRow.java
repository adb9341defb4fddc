package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * One game in a list.
 *
 * @param phase in lower case, such as {@code running}
 * @param players how many were admitted
 * @param isDefault whether sessions follow it unless they join another
 * @param winner who came first, and of several with the same score the one who registered first; null: not ended, or void
 * @param winnerScore null likewise
 */
public record GameRow(
        String id,
        String title,
        String preset,
        String phase,
        int players,
        @JsonUnwrapped Times times,
        @JsonProperty("default") boolean isDefault,
        @Nullable String winner,
        @Nullable String winnerScore) {
    /**
     * The clock of a game, in milliseconds.
     *
     * @param startedAt null: not yet
     * @param endsAt when the time limit is up, or when the game ended; null: no limit, or the clock stands
     * @param leftMs what is left of the time limit; null: no limit, or it is over
     */
    public record Times(
            @Nullable Long startedAt,
            @Nullable Long endsAt,
            @Nullable Long leftMs) {}
}
