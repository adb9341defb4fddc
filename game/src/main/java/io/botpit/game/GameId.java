package io.botpit.game;

/**
 * A game; short, safe in a URL, never reused.
 *
 * @param text 1 to 32 characters of {@code a-z 0-9 -}, starting with a letter or digit
 */
public record GameId(String text) implements Comparable<GameId> {
    /** As a regular expression. */
    public static final String FORM = "[a-z0-9][a-z0-9-]{0,31}";

    public GameId {
        if (!text.matches(FORM)) {
            throw new IllegalArgumentException("game id must match " + FORM + ": " + text);
        }
    }

    @Override
    public int compareTo(GameId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
