package io.botpit.persistence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of computing something again and comparing it with what is stored, as texts.
 *
 * @param lines of the text that was computed anew
 * @param sha256 of that text, as 64 hex digits
 * @param unchecked how much of it was taken as it is stored, because this engine cannot compute it
 * @param difference the first line that differs; null: none does
 */
public record Recomputed(
        long lines, String sha256, long unchecked, @Nullable Difference difference) {
    /**
     * A line of the text, empty where there is none.
     *
     * @param line from 1
     */
    public record Difference(long line, String stored, String computed) {}

    /** The first one; null: none. */
    static @Nullable Difference difference(List<String> stored, List<String> computed) {
        for (int line = 0; line < Math.max(stored.size(), computed.size()); line++) {
            if (!at(stored, line).equals(at(computed, line))) {
                return new Difference(line + 1L, at(stored, line), at(computed, line));
            }
        }
        return null;
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }
}
