package io.botpit.game.tournament;

/** Where a tournament is in its life. */
public enum TournamentPhase {
    ENTRY,
    RUNNING,
    FINISHED,
    CANCELLED;

    public boolean isOver() {
        return this == FINISHED || this == CANCELLED;
    }
}
