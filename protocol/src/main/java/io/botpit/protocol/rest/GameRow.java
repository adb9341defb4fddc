package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One game in a list.
 *
 * @param phase in lower case, such as {@code running}
 * @param players how many were admitted
 * @param startedAt null: not yet
 * @param endsAt when the time limit is up, or when the game ended; null: no limit, or the clock stands
 * @param leftMs what is left of the time limit; null: no limit, or it is over
 * @param isDefault whether sessions follow it unless they join another
 */
public record GameRow(
        String id,
        String title,
        String preset,
        String phase,
        int players,
        @Nullable Long startedAt,
        @Nullable Long endsAt,
        @Nullable Long leftMs,
        @JsonProperty("default") boolean isDefault) {}
