package io.botpit.persistence;

import io.botpit.game.GameTime;
import io.botpit.game.Side;
import java.math.BigDecimal;

/**
 * A trade, as everybody may see it.
 *
 * @param number 1, 2, 3 ... within the game
 * @param sequence of the command that caused it
 * @param side of the incoming order
 */
public record TradeRow(
        long number, long sequence, GameTime at, String symbol, BigDecimal price, BigDecimal size, Side side) {}
