package io.botpit.game.rating;

import java.util.Collection;

/**
 * The place of one bot in one game against what the ratings before the game foretold, among those who were rated there.
 * After a tie of two each has half a place.
 *
 * @param place it came to; 1 is best
 * @param expected the mean of what was foretold
 * @param variance of the place by chance
 */
public record Foretold(double place, double expected, double variance) {
    /**
     * One at the table.
     *
     * @param before the rating before the game
     * @param place in the table, equal where tied
     */
    public record Seated(Rating before, int place) {}

    /**
     * At a table the meetings are not independent: one good or bad game of a bot's own is in all of them. Among equals the
     * place then varies (k + 1) / 3 times as much as that many duels, k being all at the table, which is taken for all.
     *
     * @param others at least one
     */
    public static Foretold of(Seated own, Collection<Seated> others) {
        double place = 1;
        double expected = 1;
        double variance = 0;
        for (Seated other : others) {
            double behind = 1 - Glicko.ahead(own.before(), other.before());
            expected += behind;
            variance += behind * (1 - behind);
            place += (Integer.signum(Integer.compare(own.place(), other.place())) + 1) / 2.0;
        }
        return new Foretold(place, expected, variance * (others.size() + 2) / 3);
    }

    /** How much better than foretold all of them were together, in standard deviations; below zero: worse. */
    public static double surprise(Collection<Foretold> games) {
        double better = 0;
        double variance = 0;
        for (Foretold game : games) {
            better += game.expected - game.place;
            variance += game.variance;
        }
        return variance == 0 ? 0 : better / StrictMath.sqrt(variance);
    }
}
