package io.botpit.game;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Quantity;

/**
 * How far an order has come.
 *
 * @param open what can still trade, in lots; of a cancelled order what was cancelled; 0 for an order by budget
 * @param filled what has traded, in lots
 * @param traded what has traded, price times size in quote units
 */
public record Progress(OrderStatus status, Quantity open, Quantity filled, Amount traded) {}
