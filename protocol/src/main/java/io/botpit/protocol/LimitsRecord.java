package io.botpit.protocol;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a player may have open at once; inclusive.
 *
 * @param ordersOpenMax open orders
 * @param notionalOpenMax price times size of all of them, in the quote asset; null: any amount
 */
public record LimitsRecord(int ordersOpenMax, @Nullable BigDecimal notionalOpenMax) {
    public Json toJson() {
        return Json.object()
                .put("orders_open_max", ordersOpenMax)
                .maybe("notional_open_max", notionalOpenMax)
                .build();
    }

    static LimitsRecord from(Json json) {
        Fields fields = Fields.of(json);
        return new LimitsRecord(fields.integer("orders_open_max"), fields.decimalIfAny("notional_open_max"));
    }
}
