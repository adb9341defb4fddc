package io.botpit.protocol;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order in cxgame's form: the members of a limit order and of a market order differ, and what is not cxgame's comes
 * last and only where it says something.
 *
 * @param timestamp when it was placed, seconds since the Unix epoch
 * @param id 64 hex characters
 * @param side {@code buy}, {@code sell}, {@code buy_market} or {@code sell_market}
 * @param status {@code open}, {@code filled} or {@code cancel}
 * @param user its owner's name
 */
public record OrderRecord(
        BigDecimal timestamp, String id, String side, String status, String user, Numbers numbers, Extras extras) {
    public static final String BUY = "buy";
    public static final String SELL = "sell";
    public static final String BUY_MARKET = "buy_market";
    public static final String SELL_MARKET = "sell_market";

    /**
     * An order's decimals.
     *
     * @param left what can still trade: base, or quote for a market buy by amount; ten places or two
     * @param inAmount whether {@code left} travels as {@code amount} (market orders) and not as {@code size}
     * @param usdUsed of a limit buy: what it cost at its price when placed, two places
     * @param price the limit; of a market order the market price when it was placed
     * @param filled {@code 0.00} before the first fill, then base with ten places
     */
    public record Numbers(
            BigDecimal left, boolean inAmount, @Nullable BigDecimal usdUsed, BigDecimal price, BigDecimal filled) {}

    /**
     * Members that cxgame does not know.
     *
     * @param symbol null: the first instrument of the game
     * @param timeInForce null: {@code gtc}
     */
    public record Extras(
            @Nullable String symbol,
            @Nullable String clientOrderId,
            @Nullable String timeInForce) {
        public static final Extras NONE = new Extras(null, null, null);
    }

    public boolean isMarket() {
        return side.equals(BUY_MARKET) || side.equals(SELL_MARKET);
    }

    public boolean isBuy() {
        return side.equals(BUY) || side.equals(BUY_MARKET);
    }

    public Json toJson() {
        Json.Members members = Json.object()
                .put("timestamp", new Json.NumberValue(timestamp.toPlainString()))
                .put("id", id);
        if (isMarket()) {
            members.put("price", numbers.price).put(numbers.inAmount ? "amount" : "size", numbers.left);
        } else {
            members.put("size", numbers.left).maybe("usd_used", numbers.usdUsed).put("price", numbers.price);
        }
        return members.put("side", side)
                .put("status", status)
                .put("filled_size", numbers.filled)
                .put("user", user)
                .maybe("symbol", extras.symbol)
                .maybe("client_order_id", extras.clientOrderId)
                .maybe("tif", extras.timeInForce)
                .build();
    }

    public static OrderRecord from(Json json) {
        Fields fields = Fields.of(json);
        boolean inAmount = fields.has("amount");
        return new OrderRecord(
                fields.decimal("timestamp"),
                fields.text("id"),
                fields.text("side"),
                fields.text("status"),
                fields.text("user"),
                new Numbers(
                        fields.decimal(inAmount ? "amount" : "size"),
                        inAmount,
                        fields.decimalIfAny("usd_used"),
                        fields.decimal("price"),
                        fields.decimal("filled_size")),
                new Extras(fields.textIfAny("symbol"), fields.textIfAny("client_order_id"), fields.textIfAny("tif")));
    }
}
