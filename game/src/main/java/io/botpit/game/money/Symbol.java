package io.botpit.game.money;

import java.util.regex.Pattern;

/**
 * The name of an instrument, base before quote, such as {@code BTC/USD}.
 *
 * @param text base code, a slash, quote code
 */
public record Symbol(String text) {
    /** Compiled once: several symbols are made for each command. */
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{1,9}/[A-Z][A-Z0-9]{1,9}");

    public Symbol {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("symbol must look like BTC/USD: " + text);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
