package io.botpit.game.market;

import io.botpit.game.Fee;
import io.botpit.game.Fill;
import io.botpit.game.OrderId;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import io.botpit.game.TradeId;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;

/** A fill in the memory of its owner. Immutable but for its place there. */
final class PastFill extends History.Entry<PastFill> {
    private final Pair pair;
    private final Side side;
    private final boolean maker;
    private final long trade;
    private final long buyOrder;
    private final long sellOrder;
    private final long ticks;
    private final long lots;
    private final long feeUnits;

    PastFill(Fill fill, Pair pair) {
        this.pair = pair;
        side = fill.side();
        maker = fill.fee().maker();
        trade = fill.trade().number();
        buyOrder = fill.buyOrder().number();
        sellOrder = fill.sellOrder().number();
        ticks = fill.price().ticks();
        lots = fill.size().lots();
        feeUnits = fill.fee().amount().units();
    }

    Fill of(PlayerId owner) {
        return new Fill(
                new TradeId(trade),
                pair.symbol(),
                owner,
                side,
                new OrderId(buyOrder),
                new OrderId(sellOrder),
                new Price(ticks),
                new Quantity(lots),
                new Fee(pair.received(side), new Amount(feeUnits), maker));
    }
}
