package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/**
 * One game with its rules and its table.
 *
 * @param mode {@code full}, {@code cancel_only} or {@code view_only}
 * @param missing listed players that a waiting game waits for
 * @param marks the mark of each symbol
 */
public record GameDetail(
        @JsonUnwrapped GameRow game,
        String mode,
        RulesSummary rules,
        Fairness fairness,
        List<String> missing,
        Map<String, String> marks,
        List<StandingRow> standings)
        implements RestBody {
    public GameDetail {
        missing = List.copyOf(missing);
        standings = List.copyOf(standings);
    }
}
