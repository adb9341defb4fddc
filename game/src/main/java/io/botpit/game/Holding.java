package io.botpit.game;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;

/** What a player owns of one asset: free to use, and held by open orders. */
public record Holding(Asset asset, Amount free, Amount held) {
    public Amount total() {
        return new Amount(free.units() + held.units());
    }
}
