package io.botpit.game.tournament;

/**
 * How one seat came out of a bout.
 *
 * @param place 1 is best, among the seats that were there; equal scores share a place; absent seats have none, 0
 * @param score in units of the money of the game
 * @param drawdown the deepest fall of what the bot had, likewise; {@link #UNMEASURED}: nobody looked
 * @param absent whether nobody came
 */
public record Showing(int place, long score, long drawdown, boolean absent) {
    public static final long UNMEASURED = -1;
    public static final Showing ABSENT = new Showing(0, 0, UNMEASURED, true);
    /** Of somebody who was there and had no game to play. */
    static final Showing IDLE = new Showing(1, 0, 0, false);

    public Showing {
        if (absent != (place == 0) || place < 0 || drawdown < UNMEASURED) {
            throw new IllegalArgumentException("no showing: place " + place + ", drawdown " + drawdown);
        }
    }
}
