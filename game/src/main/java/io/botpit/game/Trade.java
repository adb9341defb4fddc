package io.botpit.game;

import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;

/**
 * Two orders traded, as everybody sees it.
 *
 * @param price always the maker's
 * @param takerSide the side of the incoming order
 */
public record Trade(
        TradeId id, Symbol symbol, Price price, Quantity size, OrderId buyOrder, OrderId sellOrder, Side takerSide) {}
