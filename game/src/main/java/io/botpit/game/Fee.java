package io.botpit.game;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;

/**
 * What one side of a trade pays to the house, taken from what that side receives and rounded up to a whole unit.
 *
 * @param asset the buyer's base, the seller's quote
 * @param maker whether this side's order was resting
 */
public record Fee(Asset asset, Amount amount, boolean maker) {}
