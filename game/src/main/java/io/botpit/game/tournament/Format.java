package io.botpit.game.tournament;

import java.util.List;

/** How a tournament is played: who meets whom, and when it is over. */
public sealed interface Format {
    int TABLE_MIN = 2;
    int TABLE_MAX = 16;
    int ROUNDS_MAX = 126;
    int BEST_OF_MAX = 15;
    int GROUP_MIN = 3;
    int GROUP_MAX = 8;
    /** 12 hours. */
    long WINDOW_MILLIS_MAX = 12L * 3_600 * 1_000;

    /**
     * Duels, each against each.
     *
     * @param legs 1 or 2; in the second the seats are swapped
     */
    record RoundRobin(int legs) implements Format {
        public RoundRobin {
            check("legs", legs, 1, 2);
        }
    }

    /**
     * Tables of several, so that all meet each other about equally often.
     *
     * @param rounds 1 to {@link #ROUNDS_MAX}
     */
    record Tables(int size, int rounds) implements Format {
        public Tables {
            check("size", size, TABLE_MIN, TABLE_MAX);
            check("rounds", rounds, 1, ROUNDS_MAX);
        }
    }

    /**
     * Duels of those with equal points; nobody meets twice as long as that can be.
     *
     * @param rounds 0: as many as the field asks for
     */
    record SwissDuels(int rounds) implements Format {
        public SwissDuels {
            check("rounds", rounds, 0, ROUNDS_MAX);
        }
    }

    /** Tables of those with equal points; {@code rounds} likewise. */
    record SwissTables(int size, int rounds) implements Format {
        public SwissTables {
            check("size", size, TABLE_MIN + 1, TABLE_MAX);
            check("rounds", rounds, 0, ROUNDS_MAX);
        }
    }

    /**
     * Whoever loses a series is out.
     *
     * @param bestOf how many bouts a series has, in the final, the semi-final and so on backwards; the last number is
     *     for all rounds before; odd
     * @param thirdPlace whether the losers of the semi-finals play for it
     */
    record Knockout(List<Integer> bestOf, boolean thirdPlace) implements Format {
        public Knockout {
            bestOf = List.copyOf(bestOf);
            check("bestOf", bestOf.size(), 1, 6);
            for (int bouts : bestOf) {
                check("bestOf", bouts, 1, BEST_OF_MAX);
                if (bouts % 2 == 0) {
                    throw new IllegalArgumentException("bestOf must be odd: " + bouts);
                }
            }
        }

        /** How many bouts a series has, so many rounds before the final. */
        int bestOf(int before) {
            return bestOf.get(Math.min(before, bestOf.size() - 1));
        }
    }

    /**
     * Groups, and a knock-out among the best two of each.
     *
     * @param size of a group, about
     * @param bouts how often a whole group sits at one table; 0: duels, each against each
     */
    record Groups(int size, int bouts, Knockout then) implements Format {
        public Groups {
            check("size", size, GROUP_MIN, GROUP_MAX);
            check("bouts", bouts, 0, ROUNDS_MAX);
        }
    }

    /**
     * Whoever is free plays, against whom has about as many points, until the time is up.
     *
     * @param millis from the start, after which no bout begins
     * @param streaks whether points count double after two first places in a row
     */
    record Window(int size, long millis, boolean streaks) implements Format {
        public Window {
            check("size", size, TABLE_MIN, TABLE_MAX);
            check("millis", millis, 1_000, WINDOW_MILLIS_MAX);
        }
    }

    /** Whether somebody may still come in after the start. */
    default boolean takesLate() {
        return switch (this) {
            case SwissDuels _, SwissTables _, Window _ -> true;
            case RoundRobin _, Tables _, Knockout _, Groups _ -> false;
        };
    }

    /** Whether all rounds have the same kind of tables, so that results of a round can be compared. */
    default boolean hasEvenRounds() {
        return switch (this) {
            case RoundRobin _, Tables _, SwissDuels _, SwissTables _ -> true;
            case Knockout _, Groups _, Window _ -> false;
        };
    }

    private static void check(String field, long given, long min, long max) {
        if (given < min || given > max) {
            throw new IllegalArgumentException(field + " must be " + min + " to " + max + ": " + given);
        }
    }
}
