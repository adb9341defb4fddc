package io.botpit.game.tournament;

import java.util.List;

/** How a tournament is played: who meets whom, and when it is over. */
public sealed interface Format {
    int TABLE_MIN = 2;
    int TABLE_MAX = 16;
    int ROUNDS_MAX = 126;
    int BEST_OF_MAX = 15;
    int KNOCKOUT_TABLE_MIN = 4;
    int KNOCKOUT_TABLE_MAX = 8;
    /** So many rounds may have a length of their own. */
    int LENGTHS_MAX = 6;

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
            checkLengths("bestOf", bestOf);
            for (int bouts : bestOf) {
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
     * Whoever is not in the better half of his table is out; the last table is the final.
     *
     * @param size of a table, about: as long as the field has so many, a table has {@link #KNOCKOUT_TABLE_MIN} to {@link
     *     #KNOCKOUT_TABLE_MAX}
     * @param bouts how often a table plays, in the final, the round before and so on backwards; the last number is for
     *     all rounds before
     */
    record KnockoutTables(int size, List<Integer> bouts) implements Format {
        public KnockoutTables {
            bouts = List.copyOf(bouts);
            check("size", size, KNOCKOUT_TABLE_MIN, KNOCKOUT_TABLE_MAX);
            checkLengths("tableBouts", bouts);
        }

        /** How often a table plays in a round of a field. */
        int bouts(int field) {
            return bouts.get(Math.min(rounds(field), bouts.size()) - 1);
        }

        /** How many tables a field has, as even in size as can be; one: it is the final. */
        int tables(int field) {
            int fewest = (field + KNOCKOUT_TABLE_MAX - 1) / KNOCKOUT_TABLE_MAX;
            int wanted = (2 * field + size) / (2 * size);
            return Math.max(1, Math.max(fewest, Math.min(wanted, field / KNOCKOUT_TABLE_MIN)));
        }

        /** How many rounds a field has left, the final among them. */
        int rounds(int field) {
            int tables = tables(field);
            int seats = field / tables;
            int larger = field % tables;
            return tables == 1 ? 1 : 1 + rounds((tables - larger) * goOn(seats) + larger * goOn(seats + 1));
        }

        /** How many of a table go on: of five it is three. */
        static int goOn(int seats) {
            return (seats + 1) / 2;
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
            case RoundRobin _, Tables _, Knockout _, KnockoutTables _, Groups _ -> false;
        };
    }

    /** Whether all rounds have the same kind of tables, so that results of a round can be compared. */
    default boolean hasEvenRounds() {
        return switch (this) {
            case RoundRobin _, Tables _, SwissDuels _, SwissTables _ -> true;
            case Knockout _, KnockoutTables _, Groups _, Window _ -> false;
        };
    }

    /** How many sit at a full table; 0 where tables are as large as the field makes them. */
    default int fullTable() {
        return switch (this) {
            case Tables(var size, var _) -> size;
            case SwissTables(var size, var _) -> size;
            case Window(var size, var _, var _) -> size;
            case RoundRobin _, SwissDuels _, Knockout _, KnockoutTables _, Groups _ -> 0;
        };
    }

    private static void checkLengths(String field, List<Integer> lengths) {
        check("the count of " + field, lengths.size(), 1, LENGTHS_MAX);
        lengths.forEach(bouts -> check(field, bouts, 1, BEST_OF_MAX));
    }

    private static void check(String field, long given, long min, long max) {
        if (given < min || given > max) {
            throw new IllegalArgumentException(field + " must be " + min + " to " + max + ": " + given);
        }
    }
}
