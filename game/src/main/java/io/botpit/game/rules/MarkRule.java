package io.botpit.game.rules;

/** How the mark follows the book. */
public enum MarkRule {
    /**
     * cxgame's rule: the middle of the best prices, or halfway from the last mark to the one best price there is,
     * rounded half to even. Moves only when the book changes.
     */
    HALFWAY,
    /** The middle of the best prices, rounded half to even, or else the last mark. */
    MID
}
