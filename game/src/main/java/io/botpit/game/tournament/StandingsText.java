package io.botpit.game.tournament;

import io.botpit.game.tournament.TournamentStanding.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A tournament and its table as lines of words, exact to the last bit: equal tables are equal texts. Stateless. */
public final class StandingsText {
    private StandingsText() {}

    /** The tournament, its bouts that are over in the order of the draw, then the table. */
    public static List<String> lines(Tournament tournament) {
        List<String> lines = new ArrayList<>();
        lines.add("tournament " + tournament.id() + " " + word(tournament.phase()));
        for (Bout bout : tournament.bouts()) {
            if (bout.state() instanceof Bout.State.Over(var games, var showings)) {
                String game = games.isEmpty() ? "-" : games.getFirst().text();
                lines.add("bout " + bout.number() + " " + game + " "
                        + showings.stream().map(FactText::word).collect(Collectors.joining(" ")));
            }
        }
        tournament.view().standings().forEach(row -> lines.add(line(row)));
        return lines;
    }

    private static String line(TournamentStanding row) {
        return "standing " + row.place() + " " + row.entrant().player().number() + " " + word(row.state()) + " played "
                + row.played() + " points " + row.points() + " figures "
                + row.figures().stream().map(Fraction::toString).collect(Collectors.joining(" "))
                + spread(row) + " tier " + row.tier();
    }

    private static String spread(TournamentStanding row) {
        Spread spread = row.spread();
        return spread == null ? "" : " mean " + spread.mean() + " " + spread.low() + " " + spread.high();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
