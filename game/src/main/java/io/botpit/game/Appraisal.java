package io.botpit.game;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;

/**
 * What a coin counts as for one player.
 *
 * @param mark of a coin
 * @param haircut quote units taken off for what is left over or missing against the starting wallet; negative where
 *     giving it to the book brings more than the mark
 */
public record Appraisal(Symbol symbol, Price mark, Amount haircut) {}
