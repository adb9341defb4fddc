package io.botpit.server.cli;

import io.botpit.protocol.rest.GameResult;
import io.botpit.protocol.rest.StandingRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What came of a game, for people. */
final class ResultText {
    private ResultText() {}

    static List<String> lines(GameResult result) {
        GameResult.Course course = result.course();
        String world = result.scenario() == null ? "" : ", scenario " + result.scenario();
        List<String> lines = new ArrayList<>();
        if (!result.standings().isEmpty()) {
            String title = "Final table, preset " + result.preset() + world + ", seed " + result.seed();
            lines.addAll(new StandingsText(
                            result.standings().stream().map(ResultText::row).toList())
                    .lines(title));
        }
        lines.add("");
        lines.add("  " + course.millis() / 1_000 + " s played, " + course.commands() + " commands, " + course.trades()
                + " trades; " + (course.cause() == null ? "phase " + course.phase() : "ended by " + course.cause()));
        return lines;
    }

    private static Map<String, String> row(StandingRow row) {
        return Map.of(
                "place", String.valueOf(row.place()), "name", row.name(), "equity", row.equity(), "score", row.score());
    }
}
