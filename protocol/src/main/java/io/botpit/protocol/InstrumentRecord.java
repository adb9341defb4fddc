package io.botpit.protocol;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One tradable pair.
 *
 * @param symbol base before quote, such as {@code BTC/USD}
 * @param priceDecimals decimals of a price; more are rounded half to even
 * @param sizeDecimals decimals of a size; more are cut off
 */
public record InstrumentRecord(String symbol, int priceDecimals, int sizeDecimals, Bounds bounds) {
    /**
     * What an order may ask for and lead to; all inclusive.
     *
     * @param positionMax most that a player may own with his open buys, in coins; null: any amount
     */
    public record Bounds(
            BigDecimal priceMin,
            BigDecimal priceMax,
            BigDecimal sizeMin,
            BigDecimal sizeMax,
            BigDecimal amountMin,
            @Nullable BigDecimal positionMax) {}

    public Json toJson() {
        return Json.object()
                .put("symbol", symbol)
                .put("price_decimals", priceDecimals)
                .put("size_decimals", sizeDecimals)
                .put("price_min", bounds.priceMin)
                .put("price_max", bounds.priceMax)
                .put("size_min", bounds.sizeMin)
                .put("size_max", bounds.sizeMax)
                .put("amount_min", bounds.amountMin)
                .maybe("position_max", bounds.positionMax)
                .build();
    }

    static InstrumentRecord from(Json json) {
        Fields fields = Fields.of(json);
        return new InstrumentRecord(
                fields.text("symbol"),
                fields.integer("price_decimals"),
                fields.integer("size_decimals"),
                new Bounds(
                        fields.decimal("price_min"),
                        fields.decimal("price_max"),
                        fields.decimal("size_min"),
                        fields.decimal("size_max"),
                        fields.decimal("amount_min"),
                        fields.decimalIfAny("position_max")));
    }
}
