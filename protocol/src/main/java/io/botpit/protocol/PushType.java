package io.botpit.protocol;

import java.util.Arrays;
import java.util.Optional;

/** The channels of pushes; a push comes only after {@code subscribe}. */
public enum PushType {
    BOOK,
    TRADES,
    /** Own orders. */
    ORDERS,
    /** Own fills. */
    FILLS,
    /** Own balances. */
    WALLET,
    STANDINGS,
    GAME;

    /** The word on the wire, such as {@code book}. */
    public String word() {
        return Word.of(this);
    }

    public static Optional<PushType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
