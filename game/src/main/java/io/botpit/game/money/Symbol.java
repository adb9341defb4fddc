package io.botpit.game.money;

/**
 * The name of an instrument, base before quote, such as {@code BTC/USD}.
 *
 * @param text base code, a slash, quote code
 */
public record Symbol(String text) {
    private static final int CODE_CHARS_MIN = 2;
    private static final int CODE_CHARS_MAX = 10;

    public Symbol {
        int slash = text.indexOf('/');
        if (!isCode(text, 0, slash) || !isCode(text, slash + 1, text.length())) {
            throw new IllegalArgumentException("symbol must look like BTC/USD: " + text);
        }
    }

    /** Without a pattern: several symbols are made for each command, and matching them was a tenth of a replay. */
    private static boolean isCode(String text, int from, int to) {
        int chars = to - from;
        if (chars < CODE_CHARS_MIN || chars > CODE_CHARS_MAX || !isLetter(text.charAt(from))) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            if (!isLetter(text.charAt(i)) && !isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char character) {
        return character >= 'A' && character <= 'Z';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    @Override
    public String toString() {
        return text;
    }
}
