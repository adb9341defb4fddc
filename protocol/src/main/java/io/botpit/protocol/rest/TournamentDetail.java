package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tournament with its terms, its table and its bouts.
 *
 * @param groups none but where the format has them, and the tables of a knock-out at tables
 * @param schedule the rounds that were drawn
 * @param bracket all rounds of a knock-out, also those that were not drawn
 */
public record TournamentDetail(
        @JsonUnwrapped TournamentRow tournament,
        @JsonUnwrapped Terms terms,
        List<FieldRow> field,
        List<TournamentStandingRow> standings,
        List<GroupTable> groups,
        List<RoundRow> schedule,
        List<BracketRound> bracket,
        @JsonUnwrapped Proof proof)
        implements RestBody {
    public TournamentDetail {
        field = List.copyOf(field);
        standings = List.copyOf(standings);
        groups = List.copyOf(groups);
        schedule = List.copyOf(schedule);
        bracket = List.copyOf(bracket);
    }

    /**
     * What was fixed when it was created.
     *
     * @param tieBreaks in order, in words
     * @param cuts after which rounds only the best go on
     */
    public record Terms(List<String> tieBreaks, Bouts bouts, Entry entry, List<CutRow> cuts) {
        public Terms {
            tieBreaks = List.copyOf(tieBreaks);
            cuts = List.copyOf(cuts);
        }
    }

    /**
     * How a bout is played.
     *
     * @param scenario null: none
     * @param fill the kind of house bot that takes each seat left over at a table; empty: none
     * @param noShowSeconds so long it waits for its bots
     */
    public record Bouts(
            String preset,
            @Nullable String scenario,
            long seconds,
            String houseBots,
            String fill,
            long noShowSeconds,
            int atOnce) {}

    /**
     * Who may take part.
     *
     * @param allow empty: anybody
     * @param frozenVersions whether bots stay the versions they were at the start
     */
    public record Entry(
            List<String> allow,
            int entrantsMax,
            @Nullable Integer ratingMin,
            @Nullable Integer ratingMax,
            int ratedGamesMin,
            boolean checkIn,
            boolean late,
            boolean frozenVersions) {
        public Entry {
            allow = List.copyOf(allow);
        }
    }

    /** After a round only the best go on. */
    public record CutRow(int afterRound, int keep) {}

    /**
     * One who takes part.
     *
     * @param seed from 1; null: not seeded
     * @param version that it said it was when versions were frozen; null: none, or they are not
     */
    public record FieldRow(
            @Nullable Integer seed,
            String name,
            String owner,
            boolean house,
            boolean checkedIn,
            String state,
            @Nullable String version) {}

    /**
     * The standings of a group, or of a table of a knock-out at tables.
     *
     * @param name a letter; of a table its number
     * @param round in which they play, or begin to
     * @param goOn how many of the best go on; 0: none, as in the final or where all have left
     */
    public record GroupTable(String name, int round, int goOn, List<TournamentStandingRow> standings) {
        public GroupTable {
            standings = List.copyOf(standings);
        }
    }

    /**
     * A round that was drawn.
     *
     * @param stage {@code main}, {@code group} or {@code knockout}
     * @param phase {@code running} or {@code over}
     * @param sitOut who has no opponent and the points of a win
     */
    public record RoundRow(
            int round, String name, String stage, String phase, List<BoutRow> bouts, List<String> sitOut) {
        public RoundRow {
            bouts = List.copyOf(bouts);
            sitOut = List.copyOf(sitOut);
        }
    }

    /** A round of a knock-out in the order of the bracket. */
    public record BracketRound(int round, String name, List<SeriesRow> series) {
        public BracketRound {
            series = List.copyOf(series);
        }
    }

    /**
     * The bouts of two.
     *
     * @param winner null: not decided
     * @param bouts their numbers
     */
    public record SeriesRow(
            int series,
            int bestOf,
            boolean thirdPlace,
            List<SideRow> seats,
            @Nullable String winner,
            List<Integer> bouts) {
        public SeriesRow {
            seats = List.copyOf(seats);
            bouts = List.copyOf(bouts);
        }
    }

    /**
     * One of the two.
     *
     * @param name null: not known yet, or nobody
     * @param bye whether nobody will be here
     */
    public record SideRow(@Nullable String name, @Nullable Integer seed, String wins, boolean bye) {}

    /**
     * What is known only afterwards, and how even the draw was.
     *
     * @param why it was cancelled; null: it was not
     * @param seed null until it is over
     * @param factsSha256 null until it is over
     * @param meetings of each two of the field; null where that says nothing
     */
    public record Proof(
            @Nullable String why,
            @Nullable String seed,
            @Nullable String factsSha256,
            @Nullable Meetings meetings) {}

    /** The fewest and the most that two met. */
    public record Meetings(int min, int max) {}
}
