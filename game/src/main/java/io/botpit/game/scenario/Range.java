package io.botpit.game.scenario;

/** Checks what a scenario says; the answer names the field, its limits and what was given. */
final class Range {
    private Range() {}

    static void check(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    field + " must be a whole number from " + min + " to " + max + ", not " + value);
        }
    }

    static void chars(String field, String text, int max) {
        if (text.isBlank() || text.length() > max || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    field + " must have 1 to " + max + " characters on one line, not '" + text + "'");
        }
    }
}
