package io.botpit.game.rules;

import java.util.Locale;

/** What a coin counts as in the final table. */
public enum Valuation {
    /** The mark as it stands at the end. Pays whoever moves the book last: for play, not for a contest. */
    LAST_MARK,
    /** The average of the reference price over the closing window, by time. No player can move it. */
    REFERENCE,
    /** For each player the average over the closing window of the middle of the book without that player's own orders. */
    BOOK_LOO,
    /** What the book as it stands at the end, without the player's own orders, would pay. */
    LIQUIDATE;

    /** The word for options and JSON, such as {@code book-loo}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
