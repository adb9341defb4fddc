package io.botpit.protocol;

import java.math.BigDecimal;

/**
 * Two orders traded, as everybody sees it.
 *
 * @param timestamp seconds since the Unix epoch
 * @param size in base, exact
 * @param price the maker's
 * @param taker {@code buy} or {@code sell}: the side of the incoming order
 */
public record TradeRecord(
        BigDecimal timestamp,
        String symbol,
        BigDecimal price,
        BigDecimal size,
        String taker,
        String buyId,
        String sellId) {
    public Json toJson() {
        return Json.object()
                .put("timestamp", GameRecord.seconds(timestamp))
                .put("symbol", symbol)
                .put("price", price)
                .put("size", size)
                .put("taker", taker)
                .put("buy_id", buyId)
                .put("sell_id", sellId)
                .build();
    }

    static TradeRecord from(Json json) {
        Fields fields = Fields.of(json);
        return new TradeRecord(
                fields.decimal("timestamp"),
                fields.text("symbol"),
                fields.decimal("price"),
                fields.decimal("size"),
                fields.side("taker"),
                fields.text("buy_id"),
                fields.text("sell_id"));
    }
}
