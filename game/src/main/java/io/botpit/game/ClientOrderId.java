package io.botpit.game;

/**
 * A player's own name for an order, unique per player and game; sending it twice places the order once.
 *
 * @param text 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record ClientOrderId(String text) {
    public static final int CHARS_MAX = 64;

    public ClientOrderId {
        if (!isValid(text)) {
            throw new IllegalArgumentException("client order id must match [A-Za-z0-9._:-]{1,64}");
        }
    }

    public static boolean isValid(String text) {
        if (text.isEmpty() || text.length() > CHARS_MAX) {
            return false;
        }
        return text.chars()
                .allMatch(c -> c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || c == '.'
                        || c == '_'
                        || c == ':'
                        || c == '-');
    }
}
