package io.botpit.game.money;

/**
 * The name of an instrument, base before quote, such as {@code BTC/USD}.
 *
 * @param text base code, a slash, quote code
 */
public record Symbol(String text) {
    public Symbol {
        if (!text.matches("[A-Z][A-Z0-9]{1,9}/[A-Z][A-Z0-9]{1,9}")) {
            throw new IllegalArgumentException("symbol must look like BTC/USD: " + text);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
