package io.botpit.game;

import io.botpit.game.money.Symbol;

/** A question to a game; never journaled, answered in turn with the commands, so players read their own writes. */
public sealed interface Query {
    /** Own open orders, oldest first. */
    record OpenOrders(PlayerId player) implements Query {}

    /** Everybody's open orders, where the rules name the book's owners. */
    record AllOpenOrders(PlayerId player) implements Query {}

    record Balances(PlayerId player) implements Query {}

    /** Own fills, oldest first; the newest {@code Limits.fillsKeptMax} are kept. */
    record Fills(PlayerId player) implements Query {}

    /** Own finished orders that traded at least in part, oldest first; the newest {@code completedKeptMax} are kept. */
    record CompletedOrders(PlayerId player) implements Query {}

    record Mark(Symbol symbol) implements Query {}

    /**
     * The best levels of a book.
     *
     * @param levels per side, 1 to 1,000,000
     */
    record Depth(Symbol symbol, int levels) implements Query {
        public static final int LEVELS_MAX = 1_000_000;

        public Depth {
            if (levels < 1 || levels > LEVELS_MAX) {
                throw new IllegalArgumentException("depth has 1 to " + LEVELS_MAX + " levels: " + levels);
            }
        }
    }

    record Standings() implements Query {}

    /** Would this order be accepted now? Nothing changes. */
    record DryRun(PlayerId player, Intent.PlaceOrder order) implements Query {}

    /** Findings of a full check of the game's books; none when healthy. */
    record Audit(PlayerId player) implements Query {}
}
