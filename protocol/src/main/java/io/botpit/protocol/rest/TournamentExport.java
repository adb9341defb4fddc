package io.botpit.protocol.rest;

import java.util.List;

/**
 * A tournament that is over, as anybody can compute it again.
 *
 * @param facts one line each, in order
 * @param factsSha256 of all lines, each with a line feed behind it, as 64 hex digits
 */
public record TournamentExport(
        String tournament, List<String> facts, String factsSha256, List<TournamentStandingRow> standings)
        implements RestBody {
    public TournamentExport {
        facts = List.copyOf(facts);
        standings = List.copyOf(standings);
    }

    /** One line of the facts, for tables. */
    public record FactRow(String fact) {}

    /** The facts as rows of a table. */
    public static List<FactRow> rows(List<String> facts) {
        return facts.stream().map(FactRow::new).toList();
    }
}
