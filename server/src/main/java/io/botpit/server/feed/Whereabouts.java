package io.botpit.server.feed;

/** Where a player of a game is, by his connections. */
public enum Whereabouts {
    /** With the game. */
    HERE,
    /** His last connection to it went to another game. */
    ELSEWHERE,
    /** His last connection to it is gone. */
    NOWHERE
}
