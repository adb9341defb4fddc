package io.botpit.bots;

import java.util.Arrays;

/** Where the game stands. */
public enum Phase {
    /** Players come in; nothing trades yet. */
    LOBBY,
    RUNNING,
    PAUSED,
    SETTLING,
    ENDED,
    VOID;

    /** The phase of a word on the wire; one that this library does not know is one in which nothing trades. */
    public static Phase of(String word) {
        return Arrays.stream(values())
                .filter(phase -> phase.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(PAUSED);
    }

    /** Nothing will happen in this game any more. */
    public boolean isOver() {
        return this == ENDED || this == VOID;
    }
}
