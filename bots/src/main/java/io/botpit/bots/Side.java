package io.botpit.bots;

/** Which way an order or a trade goes. */
public enum Side {
    BUY,
    SELL;

    /** {@link IllegalArgumentException} if it is not a word of the protocol, {@code buy} or {@code sell}. */
    public static Side of(String word) {
        return switch (word) {
            case "buy" -> BUY;
            case "sell" -> SELL;
            default -> throw new IllegalArgumentException("neither buy nor sell: " + word);
        };
    }

    /** The protocol's word. */
    @Override
    public String toString() {
        return this == BUY ? "buy" : "sell";
    }
}
