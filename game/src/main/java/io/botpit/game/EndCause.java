package io.botpit.game;

/** Why a game ended. */
public enum EndCause {
    TIME_LIMIT,
    REFEREE,
    SHUTDOWN
}
