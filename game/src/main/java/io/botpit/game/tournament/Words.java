package io.botpit.game.tournament;

import io.botpit.game.PlayerId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** Reads the words of a line one after another; {@link IllegalArgumentException} where they are not what they must be. */
final class Words {
    private static final char ESCAPE = '~';
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private final String line;
    private final String[] words;
    private int position;

    Words(String line) {
        this.line = line;
        this.words = line.split(" ", -1);
    }

    /** Any text as one word: what is not a letter or digit of ASCII, dot, dash or underscore is written in hex. */
    static String quoted(String text) {
        if (text.isEmpty()) {
            return String.valueOf(ESCAPE);
        }
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0)) {
                word.append(c);
            } else {
                word.append(ESCAPE).append(HexFormat.of().toHexDigits(c));
            }
        }
        return word.toString();
    }

    String next() {
        if (position == words.length) {
            throw wrong();
        }
        return words[position++];
    }

    String text() {
        String word = next();
        if (word.equals(String.valueOf(ESCAPE))) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == ESCAPE && i + HEX_DIGITS < word.length()) {
                text.append((char) Integer.parseInt(word.substring(i + 1, i + 1 + HEX_DIGITS), HEX));
                i += HEX_DIGITS;
            } else {
                text.append(word.charAt(i));
            }
        }
        return text.toString();
    }

    int integer() {
        return Integer.parseInt(next());
    }

    long number() {
        return Long.parseLong(next());
    }

    PlayerId player() {
        return new PlayerId(integer());
    }

    /** Which of two words comes: false for the first, true for the second. */
    boolean oneOf(String no, String yes) {
        String word = next();
        if (!word.equals(no) && !word.equals(yes)) {
            throw wrong();
        }
        return word.equals(yes);
    }

    <T> List<T> rest(Function<String, T> reading) {
        List<T> all = new ArrayList<>();
        while (position < words.length) {
            all.add(reading.apply(next()));
        }
        return all;
    }

    void requireEnd() {
        if (position != words.length) {
            throw wrong();
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("word " + (position + 1) + " is wrong: " + line);
    }
}
