package io.botpit.persistence;

import io.botpit.game.GameTime;
import io.botpit.game.Side;
import java.math.BigDecimal;

/** One side of a trade, for the export. */
public record FillRow(
        long trade,
        String owner,
        String symbol,
        Side side,
        BigDecimal price,
        BigDecimal size,
        Paid fee,
        Orders orders,
        GameTime at) {

    /**
     * The fee of this side.
     *
     * @param maker whether this side's order was resting
     */
    public record Paid(String asset, BigDecimal amount, boolean maker) {}

    /** The two orders that traded. */
    public record Orders(long buy, long sell) {}
}
