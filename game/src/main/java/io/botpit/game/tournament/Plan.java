package io.botpit.game.tournament;

import io.botpit.game.GameTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tournament is to be; fixed when it is created.
 *
 * @param title for people
 * @param cuts when the field shrinks, in order
 * @param duplicate whether all tables of a round have the same seed and the same house bots, and results are compared
 *     among equal seats
 * @param dummies how many house bots take part instead of users: a dry run; 0: none
 * @param startsAt null: when the referee says so
 * @param seed of lots and pairings; nobody sees it before the end
 */
public record Plan(
        String title,
        Format format,
        Entering entering,
        BoutTerms bouts,
        List<Cut> cuts,
        boolean duplicate,
        int dummies,
        @Nullable GameTime startsAt,
        long seed) {
    public static final int ENTRANTS_MAX = 64;
    public static final int TITLE_CHARS_MAX = 64;

    public Plan {
        cuts = List.copyOf(cuts);
        if (title.isBlank() || title.length() > TITLE_CHARS_MAX) {
            throw new IllegalArgumentException("title must have 1 to " + TITLE_CHARS_MAX + " characters");
        }
        if (duplicate && !format.hasEvenRounds()) {
            throw new IllegalArgumentException("duplicate goes with round robins, tables and Swiss only");
        }
        if (dummies < 0 || dummies == 1 || dummies > ENTRANTS_MAX) {
            throw new IllegalArgumentException("dummies must be 0, or 2 to " + ENTRANTS_MAX + ": " + dummies);
        }
        if (!bouts.fill().isEmpty() && format.fullTable() == 0) {
            throw new IllegalArgumentException("fill goes with tables, Swiss tables and windows only");
        }
        checkCuts(format, cuts);
    }

    /**
     * Who may take part.
     *
     * @param allow names; empty: whoever is connected at the start
     * @param entrantsMax 2 to {@link #ENTRANTS_MAX}
     * @param checkIn whether those who are not connected at the start are left out
     * @param door what the start does to it
     * @param conditions on the rating
     */
    public record Entering(List<String> allow, int entrantsMax, boolean checkIn, Door door, Conditions conditions) {
        public Entering {
            allow = List.copyOf(allow);
            if (entrantsMax < 2 || entrantsMax > ENTRANTS_MAX) {
                throw new IllegalArgumentException("entrantsMax must be 2 to " + ENTRANTS_MAX + ": " + entrantsMax);
            }
            if (allow.size() > entrantsMax) {
                throw new IllegalArgumentException(
                        "allow may have at most entrantsMax=" + entrantsMax + " names, not " + allow.size());
            }
        }
    }

    /** Who may come when it has been started. */
    public enum Door {
        /** Whoever may enter, where the format takes it. */
        OPEN,
        /** Who was there at the start. */
        CLOSED,
        /** Likewise, and only as the version that it said it was. */
        FROZEN
    }

    /**
     * What the rating of an entrant must be; compared are whole rating points.
     *
     * @param ratingMin null: any
     * @param ratingMax null: any
     * @param ratedGamesMin 0 for none
     */
    public record Conditions(
            @Nullable Integer ratingMin, @Nullable Integer ratingMax, int ratedGamesMin) {
        public static final Conditions NONE = new Conditions(null, null, 0);

        public Conditions {
            if (ratingMin != null && ratingMax != null && ratingMin > ratingMax) {
                throw new IllegalArgumentException("ratingMin must not be above ratingMax");
            }
            if (ratedGamesMin < 0) {
                throw new IllegalArgumentException("ratedGamesMin must not be negative: " + ratedGamesMin);
            }
        }
    }

    /**
     * How a bout is played.
     *
     * @param preset the rules; of a scenario those it has
     * @param scenario the name of the world that is played in; empty: none
     * @param millis time limit of a bout, 1 second to 12 hours
     * @param noShowMillis so long a bout waits for its bots, 1 second to 1 hour
     * @param houseBots who makes a market in each bout, such as {@code market-maker:1,noise:2}; empty: nobody
     * @param fill the kind of house bot that takes each seat left over at a table, and no place; empty: it stays empty
     * @param atOnce so many bouts are played at the same time, 1 to {@link #ENTRANTS_MAX}
     */
    public record BoutTerms(
            String preset, String scenario, long millis, long noShowMillis, String houseBots, String fill, int atOnce) {
        private static final long MILLIS_MIN = 1_000;
        private static final long MILLIS_MAX = 12L * 3_600 * 1_000;
        private static final long NO_SHOW_MILLIS_MAX = 3_600L * 1_000;

        public BoutTerms {
            if (millis < MILLIS_MIN || millis > MILLIS_MAX) {
                throw new IllegalArgumentException("a bout must have 1 s to 12 h: " + millis + " ms");
            }
            if (noShowMillis < MILLIS_MIN || noShowMillis > NO_SHOW_MILLIS_MAX) {
                throw new IllegalArgumentException("a bout must wait 1 s to 1 h for its bots: " + noShowMillis + " ms");
            }
            if (atOnce < 1 || atOnce > ENTRANTS_MAX) {
                throw new IllegalArgumentException("atOnce must be 1 to " + ENTRANTS_MAX + ": " + atOnce);
            }
        }
    }

    /** Who of the house plays in a bout of so many entrants, as a specification; empty: nobody. */
    public String house(int entrants) {
        int left = format.fullTable() - entrants;
        if (bouts.fill().isEmpty() || left < 1) {
            return bouts.houseBots();
        }
        String fill = bouts.fill() + ":" + left;
        return bouts.houseBots().isEmpty() ? fill : bouts.houseBots() + "," + fill;
    }

    /** After some round only the best go on. */
    public record Cut(int afterRound, int keep) {
        public Cut {
            if (afterRound < 1 || keep < 2) {
                throw new IllegalArgumentException("a cut is after round 1 at least and keeps 2 at least");
            }
        }
    }

    private static void checkCuts(Format format, List<Cut> cuts) {
        boolean swiss = format instanceof Format.SwissDuels || format instanceof Format.SwissTables;
        if (!cuts.isEmpty() && !swiss) {
            throw new IllegalArgumentException("cuts go with Swiss only");
        }
        for (int i = 1; i < cuts.size(); i++) {
            Cut before = cuts.get(i - 1);
            Cut cut = cuts.get(i);
            if (cut.afterRound() <= before.afterRound() || cut.keep() >= before.keep()) {
                throw new IllegalArgumentException("cuts must be in the order of rounds, each keeping fewer");
            }
        }
    }
}
