package io.botpit.server.cli;

import io.botpit.protocol.rest.BoutRow;
import io.botpit.protocol.rest.BoutRow.SeatRow;
import io.botpit.protocol.rest.TournamentDetail;
import io.botpit.protocol.rest.TournamentRow;
import io.botpit.protocol.rest.TournamentStandingRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A tournament for people who read it in a terminal. */
final class TournamentText {
    private static final int NAME_CHARS_MIN = 16;
    private static final int NUMBER_CHARS = 10;

    private final TournamentDetail detail;

    TournamentText(TournamentDetail detail) {
        this.detail = detail;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  " + head());
        lines.addAll(table());
        detail.schedule().stream()
                .filter(round -> round.phase().equals("running"))
                .flatMap(round -> round.bouts().stream())
                .map(bout -> "  " + bout(bout))
                .forEach(lines::add);
        if (detail.proof().factsSha256() != null) {
            lines.add("  SHA-256 of the facts: " + detail.proof().factsSha256());
        }
        return lines;
    }

    String head() {
        TournamentRow row = detail.tournament();
        String rounds =
                row.course().rounds() == null ? "" : " of " + row.course().rounds();
        return row.id() + "  " + row.title() + "  " + row.formatWords() + "  " + row.phase()
                + (row.course().round() == 0 ? "" : "  round " + row.course().round() + rounds);
    }

    private List<String> table() {
        List<String> lines = new ArrayList<>();
        int name = Math.max(
                NAME_CHARS_MIN,
                detail.standings().stream()
                        .mapToInt(row -> row.name().length())
                        .max()
                        .orElse(0));
        lines.add("  " + right("#", 3) + "  " + left("bot", name) + right("played", NUMBER_CHARS)
                + right("points", NUMBER_CHARS) + right("score", NUMBER_CHARS + 4));
        for (TournamentStandingRow row : detail.standings()) {
            String score = row.spread().meanScore();
            lines.add("  " + right("" + row.place(), 3) + "  " + left(row.name(), name)
                    + right("" + row.played(), NUMBER_CHARS) + right(row.points(), NUMBER_CHARS)
                    + right(score == null ? "" : score, NUMBER_CHARS + 4)
                    + (row.state().equals("in") ? "" : "  " + row.state()));
        }
        if (detail.standings().isEmpty()) {
            lines.add("       entered: "
                    + detail.field().stream()
                            .map(TournamentDetail.FieldRow::name)
                            .collect(Collectors.joining(", ")));
        }
        return lines;
    }

    /** A bout in one line. */
    static String bout(BoutRow bout) {
        String seats = bout.seats().stream().map(TournamentText::seat).collect(Collectors.joining(" - "));
        return "round " + bout.round() + ", table " + bout.table() + ": " + seats + "  " + bout.phase()
                + (bout.game() == null ? "" : " " + bout.game());
    }

    private static String seat(SeatRow seat) {
        if (seat.absent()) {
            return seat.name() + " (absent)";
        }
        return seat.points() == null ? seat.name() : seat.name() + " " + seat.points();
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
