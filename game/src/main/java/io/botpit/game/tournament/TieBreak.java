package io.botpit.game.tournament;

import java.util.ArrayList;
import java.util.List;

/** By what a table is ordered, first things first. */
public enum TieBreak {
    STAGE("How far one came"),
    POINTS("Game points: the share of a table that one beat, ties by half"),
    DIRECT("Points in games among those tied, where each two of them met equally often"),
    SONNEBORN_BERGER("Sonneborn-Berger: the points of each opponent times the result against it"),
    FIRSTS("Number of first places"),
    MEDIAN_SCORE("Median of the scores, each divided by the median size of all scores of its bout"),
    DRAWDOWN("Lower mean of the deepest falls"),
    LOT("Lot, where something depends on it");

    private final String words;

    TieBreak(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Those of a tournament, in order; the lot comes last. */
    public static List<TieBreak> of(Plan plan) {
        List<TieBreak> all = new ArrayList<>();
        if (plan.format() instanceof Format.Knockout) {
            return List.of(STAGE, LOT);
        }
        boolean leaves = plan.format() instanceof Format.Groups || plan.format() instanceof Format.KnockoutTables;
        if (leaves || !plan.cuts().isEmpty()) {
            all.add(STAGE);
        }
        boolean swiss = plan.format() instanceof Format.SwissDuels || plan.format() instanceof Format.SwissTables;
        all.addAll(List.of(POINTS, DIRECT, swiss ? SONNEBORN_BERGER : FIRSTS, MEDIAN_SCORE, DRAWDOWN, LOT));
        return List.copyOf(all);
    }
}
