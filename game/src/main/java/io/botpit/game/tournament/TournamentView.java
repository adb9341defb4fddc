package io.botpit.game.tournament;

import io.botpit.game.PlayerId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How a tournament stands. Immutable.
 *
 * @param round the last that was drawn; 0: none
 * @param rounds how many there will be; null: nobody knows
 * @param field everybody, in the order of the seeding, then of entry
 * @param groups none but where the format has them, and the tables of a knock-out at tables, round after round
 * @param bracket the rounds of a knock-out, the first one first
 * @param bracketFrom the number of its first round
 * @param points of each seat by the number of the bout; none before the result
 * @param meetings null: says nothing here
 */
public record TournamentView(
        int round,
        @Nullable Integer rounds,
        List<Member> field,
        List<TournamentStanding> standings,
        List<Group> groups,
        List<List<Series>> bracket,
        int bracketFrom,
        SortedMap<Integer, List<Fraction>> points,
        @Nullable Meetings meetings) {
    public TournamentView {
        field = List.copyOf(field);
        standings = List.copyOf(standings);
        groups = List.copyOf(groups);
        bracket = List.copyOf(bracket);
        points = Collections.unmodifiableSortedMap(points);
    }

    /** What each seat of a bout has for it, in their order; none before the result. */
    public List<Fraction> pointsOf(Bout bout) {
        return points.getOrDefault(bout.number(), List.of());
    }

    /**
     * One who takes part.
     *
     * @param seed from 1; null: not seeded
     * @param version what it was when versions were frozen; null: nothing, or they are not
     */
    public record Member(
            Entrant entrant,
            @Nullable Integer seed,
            boolean checkedIn,
            EntrantState state,
            @Nullable String version) {
        public PlayerId player() {
            return entrant.player();
        }
    }

    /**
     * Those who play for going on against each other.
     *
     * @param name a letter; of a table its number
     * @param round in which they do, or begin to
     * @param goOn how many of the best go on; 0: none, as in the final or where all have left
     */
    public record Group(String name, int round, int goOn, List<TournamentStanding> standings) {
        public Group {
            standings = List.copyOf(standings);
        }
    }

    /** How often two of the field met, at least and at most. */
    public record Meetings(int min, int max) {}
}
