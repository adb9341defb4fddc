package io.botpit.protocol.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tournament that the admin wants; what is absent has the named default.
 *
 * @param title for people; absent: the format in words
 * @param format {@code round_robin}, {@code double_round_robin}, {@code tables}, {@code swiss_duels}, {@code
 *     swiss_tables}, {@code knockout}, {@code knockout_tables}, {@code groups} or {@code window}; must be given
 * @param shape of the format
 * @param entry who may take part
 * @param bouts how a bout is played
 * @param cuts after which rounds only the best go on
 * @param duplicate whether all tables of a round have the same market; absent: no
 * @param dryRun so many house bots take part instead of users; absent: none
 * @param startsAt milliseconds since the epoch; absent: when the admin says so
 */
public record TournamentRequest(
        @Nullable String title,
        @Nullable String format,
        @Nullable Shape shape,
        @Nullable EntryTerms entry,
        @Nullable BoutTerms bouts,
        @Nullable List<TournamentDetail.CutRow> cuts,
        @Nullable Boolean duplicate,
        @Nullable Integer dryRun,
        @Nullable Long startsAt) {
    public static final TournamentRequest EMPTY =
            new TournamentRequest(null, null, null, null, null, null, null, null, null);

    /**
     * What the formats differ in.
     *
     * @param size of a table or a group, in a knock-out at tables 4 to 8; absent: 4
     * @param rounds absent: as many as the field asks for; tables: 3
     * @param bestOf bouts of a series in the final, the semi-final and so on backwards, the last number for all before;
     *     absent: 7, 5, 3
     * @param thirdPlace absent: no
     * @param groupBouts how often a whole group sits at one table; absent: duels, each against each
     * @param tableBouts how often a table of a knock-out plays in the final, the round before and so on backwards, the
     *     last number for all before, 1 to 15; absent: 3
     * @param seconds of the window; absent: 1800
     * @param streaks whether points count double behind two first places in a row; absent: no
     */
    public record Shape(
            @Nullable Integer size,
            @Nullable Integer rounds,
            @Nullable List<Integer> bestOf,
            @Nullable Boolean thirdPlace,
            @Nullable Integer groupBouts,
            @Nullable List<Integer> tableBouts,
            @Nullable Integer seconds,
            @Nullable Boolean streaks) {
        public static final Shape DEFAULT = new Shape(null, null, null, null, null, null, null, null);
    }

    /**
     * Who may take part.
     *
     * @param allow names; absent or empty: whoever is connected
     * @param entrantsMax absent: 64
     * @param checkIn whether who is not connected at the start is left out; absent: yes
     * @param late whether one may come later where the format takes it; absent: yes
     * @param frozenVersions whether bots stay the versions they were at the start, and nobody comes later; absent: no
     */
    public record EntryTerms(
            @Nullable List<String> allow,
            @Nullable Integer entrantsMax,
            @Nullable Integer ratingMin,
            @Nullable Integer ratingMax,
            @Nullable Integer ratedGamesMin,
            @Nullable Boolean checkIn,
            @Nullable Boolean late,
            @Nullable Boolean frozenVersions) {
        public static final EntryTerms DEFAULT = new EntryTerms(null, null, null, null, null, null, null, null);
    }

    /**
     * How a bout is played.
     *
     * @param preset absent: {@code open-market}, or that of the scenario
     * @param scenario the name of a world to play in; absent: none
     * @param seconds absent: 300
     * @param noShowSeconds so long it waits for its bots; absent: 60
     * @param houseBots such as {@code market-maker:1,noise:2}; absent: nobody
     * @param fill the kind of house bot that takes each seat left over at a table, and no place; absent: none
     * @param atOnce so many bouts at the same time; absent: 16
     */
    public record BoutTerms(
            @Nullable String preset,
            @Nullable String scenario,
            @Nullable Integer seconds,
            @Nullable Integer noShowSeconds,
            @Nullable String houseBots,
            @Nullable String fill,
            @Nullable Integer atOnce) {
        public static final BoutTerms DEFAULT = new BoutTerms(null, null, null, null, null, null, null);
    }
}
