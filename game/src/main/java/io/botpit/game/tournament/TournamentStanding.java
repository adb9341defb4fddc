package io.botpit.game.tournament;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a tournament's table.
 *
 * @param place 1 is best; those whom nothing but the lot tells apart share a place
 * @param played bouts with a result
 * @param figures of all tie-breaks but the lot, in their order
 * @param spread null: fewer than two bouts
 * @param tier rows with equal numbers cannot be told apart yet: their intervals reach that of the best of them
 */
public record TournamentStanding(
        int place,
        Entrant entrant,
        EntrantState state,
        int played,
        Fraction points,
        List<Fraction> figures,
        @Nullable Spread spread,
        int tier) {
    public TournamentStanding {
        figures = List.copyOf(figures);
    }

    /**
     * The mean score of a bout and where it lies with 95 % confidence, in units of money; for people, nothing is
     * ordered by it.
     */
    public record Spread(double mean, double low, double high) {}
}
