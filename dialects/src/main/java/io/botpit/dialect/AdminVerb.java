package io.botpit.dialect;

/** What the admin can ask for on a player's socket. */
public enum AdminVerb {
    START,
    PAUSE,
    SHUTDOWN
}
