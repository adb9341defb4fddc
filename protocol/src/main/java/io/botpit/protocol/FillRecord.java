package io.botpit.protocol;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One side of a trade, as its owner sees it.
 *
 * @param fillId 64 hex characters; each side has its own
 * @param filledSize in base, ten places
 * @param price the maker's
 */
public record FillRecord(
        String fillId, BigDecimal filledSize, BigDecimal price, String buyId, String sellId, Extras extras) {
    /**
     * Members that cxgame does not know.
     *
     * @param symbol null: the first instrument of the game
     * @param side {@code buy} or {@code sell}: which side this is
     * @param fee taken from what this side received; null: none
     * @param feeAsset of the fee
     * @param role {@code maker} or {@code taker}
     */
    public record Extras(
            @Nullable String symbol,
            String side,
            @Nullable BigDecimal fee,
            @Nullable String feeAsset,
            String role) {}

    public Json toJson() {
        return Json.object()
                .put("fill_id", fillId)
                .put("filled_size", filledSize)
                .put("price", price)
                .put("buy_id", buyId)
                .put("sell_id", sellId)
                .maybe("symbol", extras.symbol)
                .put("side", extras.side)
                .maybe("fee", extras.fee)
                .maybe("fee_asset", extras.feeAsset)
                .put("role", extras.role)
                .build();
    }

    public static FillRecord from(Json json) {
        Fields fields = Fields.of(json);
        return new FillRecord(
                fields.text("fill_id"),
                fields.decimal("filled_size"),
                fields.decimal("price"),
                fields.text("buy_id"),
                fields.text("sell_id"),
                new Extras(
                        fields.textIfAny("symbol"),
                        fields.side("side"),
                        fields.decimalIfAny("fee"),
                        fields.textIfAny("fee_asset"),
                        fields.text("role")));
    }
}
