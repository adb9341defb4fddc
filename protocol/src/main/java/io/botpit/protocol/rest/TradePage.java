package io.botpit.protocol.rest;

import java.util.List;

/**
 * A part of a game's trades, oldest first.
 *
 * @param next pass it as {@code after} to go on; the id of the last trade of this page, or what was asked for if it is empty
 */
public record TradePage(String game, List<TradeRow> trades, long next) implements RestBody {
    public TradePage {
        trades = List.copyOf(trades);
    }

    /**
     * One trade as everybody sees it.
     *
     * @param seq sequence of the command that made it; several trades may share one
     * @param t milliseconds since the epoch
     * @param side the taker's, {@code buy} or {@code sell}
     */
    public record TradeRow(long seq, long t, long id, String symbol, String price, String size, String side) {}
}
