package io.botpit.game;

import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;

/** One side of a trade, as its owner sees it. */
public record Fill(
        TradeId trade,
        Symbol symbol,
        PlayerId owner,
        Side side,
        OrderId buyOrder,
        OrderId sellOrder,
        Price price,
        Quantity size,
        Fee fee) {}
