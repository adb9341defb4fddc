package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a tournament's table.
 *
 * @param place 1 is best; those whom only the lot tells apart share a place
 * @param played bouts with a result
 * @param figures one for each tie-break behind the first, but the lot
 * @param spread of the mean score
 * @param tier rows with equal numbers cannot be told apart yet
 * @param state {@code in}, {@code absent}, {@code withdrawn}, {@code cut} or {@code out}
 */
public record TournamentStandingRow(
        int place,
        String name,
        boolean house,
        int played,
        String points,
        List<String> figures,
        @JsonUnwrapped Spread spread,
        int tier,
        String state) {
    public TournamentStandingRow {
        figures = List.copyOf(figures);
    }

    /** The mean score of a bout and its 95 % interval; null with fewer than two bouts. */
    public record Spread(
            @Nullable String meanScore,
            @Nullable String low,
            @Nullable String high) {}
}
