package io.botpit.game.rules;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;

/** What every player starts with of one asset. */
public record Grant(Asset asset, Amount amount) {
    public Grant {
        if (amount.units() < 0) {
            throw new IllegalArgumentException("a grant of " + asset.code() + " must not be negative");
        }
    }
}
