package io.botpit.game.tournament;

/** Whether somebody is still drawn. */
public enum EntrantState {
    IN,
    /** Was not there at the start, or in two bouts running; may come back where the format takes it. */
    ABSENT,
    WITHDRAWN,
    /** The field was cut. */
    CUT,
    /** Lost a series, or did not get out of the group. */
    OUT
}
