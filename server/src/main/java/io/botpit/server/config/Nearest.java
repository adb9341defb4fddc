package io.botpit.server.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** Finds what somebody probably meant, by the number of letters to change, add or drop. */
public final class Nearest {
    private static final int LETTERS_PER_MISTAKE = 3;
    private static final int MISTAKES_ALWAYS_ALLOWED = 2;

    private Nearest() {}

    /** The candidate with the most similar name, if any is similar at all: two mistakes, or one in three letters. */
    public static <T> Optional<T> to(String wrong, Collection<T> candidates, Function<T, String> name) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(wrong, name.apply(candidate))))
                .filter(best -> distance(wrong, name.apply(best)) <= mistakesMax(wrong));
    }

    private static int mistakesMax(String wrong) {
        int byLength = Math.max(MISTAKES_ALWAYS_ALLOWED, wrong.length() / LETTERS_PER_MISTAKE);
        return Math.min(byLength, wrong.length() - 1);
    }

    /** One row of the table at a time: {@code row[j]} is the distance of the letters so far to the first j of b. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
