package io.botpit.dialect.arena;

import io.botpit.game.ClientOrderId;
import io.botpit.game.Intent;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderReference;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.TimeInForce;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.protocol.Json;
import io.botpit.protocol.OrderRecord;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads what an order asks for. */
record OrderTerms(Params params, GameRules rules, WireIds ids) {
    private static final String MISSING_LIMIT = "Must size \"price\" and \"size\" in params.";
    private static final String MISSING_MARKET = "Must have \"amount\" in params.";

    /** How {@code tif} is spelt. */
    private enum Tif {
        GTC,
        IOC,
        FOK
    }

    /**
     * Reads the terms of one of the four order commands.
     *
     * @param word {@code buy}, {@code sell}, {@code buy_market} or {@code sell_market}
     */
    Intent.PlaceOrder read(String word) {
        Symbol symbol = symbol();
        Side side = word.startsWith(OrderRecord.BUY) ? Side.BUY : Side.SELL;
        boolean market = word.equals(OrderRecord.BUY_MARKET) || word.equals(OrderRecord.SELL_MARKET);
        OrderKind kind = market ? market(side) : limit();
        return new Intent.PlaceOrder(
                symbol == null ? rules.firstInstrument().symbol() : symbol,
                side,
                kind,
                params.choice("stp", SelfTradePrevention.CANCEL_TAKER),
                clientId());
    }

    /** The instrument that is named; null: none is. */
    @Nullable
    Symbol symbol() {
        String text = params.text("symbol");
        if (text == null) {
            return null;
        }
        try {
            return new Symbol(text);
        } catch (IllegalArgumentException malformed) {
            throw Unreadable.command("symbol must look like BTC/USD");
        }
    }

    @Nullable
    ClientOrderId clientId() {
        String text = params.text("client_order_id");
        if (text == null) {
            return null;
        }
        if (!ClientOrderId.isValid(text)) {
            throw Unreadable.command("client_order_id must match [A-Za-z0-9._:-]{1,64}");
        }
        return new ClientOrderId(text);
    }

    /** The order that is named, by our id or by the sender's own. */
    OrderReference reference() {
        ClientOrderId own = params.has("order_id") ? null : clientId();
        if (own != null) {
            return new OrderReference.ByClientId(own);
        }
        return new OrderReference.ByNumber(orderId());
    }

    /** How the sender named the order, for the answer. */
    String referenceText() {
        return switch (params.object().get("order_id")) {
            case Json.TextValue(var text) -> text;
            case Json.NumberValue(var digits) -> digits;
            case null -> String.valueOf(params.text("client_order_id"));
            case Json.ObjectValue _, Json.ArrayValue _, Json.BooleanValue _, Json.NullValue _ -> "";
        };
    }

    /** An unknown instrument is the game's to refuse; until then its decimals are those of the first one. */
    Instrument instrument() {
        Symbol symbol = symbol();
        return symbol == null
                ? rules.firstInstrument()
                : rules.instrument(symbol).orElse(rules.firstInstrument());
    }

    private OrderId orderId() {
        return switch (params.value("order_id", Params.missing("order_id"))) {
            case Json.TextValue(var text) -> ids.order(text);
            case Json.NumberValue(var digits) -> ids.order(digits);
            case Json.ObjectValue _, Json.ArrayValue _, Json.BooleanValue _, Json.NullValue _ ->
                throw Unreadable.command("order_id must be a string");
        };
    }

    private OrderKind limit() {
        if (!params.has("price") || !params.has("size")) {
            throw Unreadable.missing(MISSING_LIMIT);
        }
        BigDecimal price = params.decimal("price", MISSING_LIMIT);
        BigDecimal size = params.decimal("size", MISSING_LIMIT);
        return new OrderKind.Limit(priceOf(price), Scales.size(size, instrument()), timeInForce());
    }

    private Price priceOf(BigDecimal price) {
        Instrument instrument = instrument();
        if (price.signum() <= 0 && instrument.bounds().priceMin().ticks() <= 1) {
            throw Unreadable.command("price must be above zero");
        }
        return Scales.price(price, instrument);
    }

    private TimeInForce timeInForce() {
        boolean postOnly = params.truth("post_only", false);
        Tif tif = params.choice("tif", Tif.GTC);
        if (postOnly && tif != Tif.GTC) {
            throw Unreadable.command("post_only goes with tif gtc only");
        }
        return switch (tif) {
            case GTC -> postOnly ? TimeInForce.POST_ONLY : TimeInForce.GOOD_TILL_CANCELLED;
            case IOC -> TimeInForce.IMMEDIATE_OR_CANCEL;
            case FOK -> TimeInForce.FILL_OR_KILL;
        };
    }

    private OrderKind market(Side side) {
        if (params.has("amount") && params.has("size")) {
            throw Unreadable.command("give amount or size, not both");
        }
        if (params.has("tif") || params.has("post_only")) {
            throw Unreadable.command("tif and post_only are for limit orders: a market order never rests");
        }
        Instrument instrument = instrument();
        if (side == Side.BUY && !params.has("size")) {
            BigDecimal amount = params.decimal("amount", MISSING_MARKET);
            return new OrderKind.MarketByBudget(Scales.amount(amount, instrument.quote()));
        }
        BigDecimal size = params.decimal(params.has("size") ? "size" : "amount", MISSING_MARKET);
        return new OrderKind.MarketBySize(Scales.size(size, instrument));
    }
}
