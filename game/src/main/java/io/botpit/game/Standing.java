package io.botpit.game;

import io.botpit.game.money.Amount;
import java.util.List;

/**
 * One row of a table of standings.
 *
 * @param place 1 is best; equal scores share a place
 * @param holdings one per asset of the game, in the order of the rules; none before the end where the book is anonymous
 * @param equity all holdings at the mark, in quote units of the first instrument
 * @param score equity minus what the starting wallet is worth at the same mark: an idle player has exactly 0
 */
public record Standing(int place, PlayerId player, String name, List<Holding> holdings, Amount equity, Amount score) {
    public Standing {
        holdings = List.copyOf(holdings);
    }
}
