package io.botpit.game.tournament;

/**
 * A tournament; short, safe in a URL, never reused.
 *
 * @param number 1 or more, in the order of creation
 */
public record TournamentId(int number) implements Comparable<TournamentId> {
    private static final String FORM = "t[1-9][0-9]{0,8}";

    public TournamentId {
        if (number < 1) {
            throw new IllegalArgumentException("tournament number must be positive: " + number);
        }
    }

    /** Reads what {@link #toString} wrote. */
    public static TournamentId parse(String text) {
        if (!text.matches(FORM)) {
            throw new IllegalArgumentException("tournament id must match " + FORM + ": " + text);
        }
        return new TournamentId(Integer.parseInt(text.substring(1)));
    }

    @Override
    public int compareTo(TournamentId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "t" + number;
    }
}
