package io.botpit.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Something happened to an own order.
 *
 * @param event {@code open} in snapshots, else {@code accepted}, {@code amended}, {@code completed} or {@code cancelled}
 * @param cause of a cancellation: {@code player}, {@code self_trade}, {@code no_more_liquidity}, {@code dead_man},
 *     {@code frozen} or {@code game_end}; else null
 * @param order as it is after that
 */
public record OrderChange(String event, @Nullable String cause, OrderRecord order) {
    public Json toJson() {
        return Json.object()
                .put("event", event)
                .maybe("cause", cause)
                .put("order", order.toJson())
                .build();
    }

    static OrderChange from(Json json) {
        Fields fields = Fields.of(json);
        return new OrderChange(
                fields.text("event"), fields.textIfAny("cause"), OrderRecord.from(fields.value("order")));
    }
}
