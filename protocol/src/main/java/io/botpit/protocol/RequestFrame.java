package io.botpit.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request, built by a client: a factory per command, {@code with...} for what is optional, {@link #text} for the wire.
 * Immutable.
 *
 * @param id to be echoed in the reply; null: replies come in the order of the requests
 */
public record RequestFrame(
        ArenaCommand command,
        Json.ObjectValue params,
        @Nullable String id) {
    public static RequestFrame of(ArenaCommand command) {
        return new RequestFrame(command, Json.object().build(), null);
    }

    public static RequestFrame register(String username) {
        return of(ArenaCommand.REGISTER).with("username", username);
    }

    public static RequestFrame auth(String username, String token) {
        return of(ArenaCommand.AUTH).with("username", username).with("token", token);
    }

    public static RequestFrame authByPassword(String username, String password) {
        return of(ArenaCommand.AUTH).with("username", username).with("password", password);
    }

    public static RequestFrame buy(BigDecimal price, BigDecimal size) {
        return of(ArenaCommand.BUY).with("price", price).with("size", size);
    }

    public static RequestFrame sell(BigDecimal price, BigDecimal size) {
        return of(ArenaCommand.SELL).with("price", price).with("size", size);
    }

    /** Spends an amount of the quote asset. */
    public static RequestFrame buyMarket(BigDecimal amount) {
        return of(ArenaCommand.BUY_MARKET).with("amount", amount);
    }

    /** Buys a size of the base asset, whatever it costs. */
    public static RequestFrame buyMarketBySize(BigDecimal size) {
        return of(ArenaCommand.BUY_MARKET).with("size", size);
    }

    /** Sells a size of the base asset. */
    public static RequestFrame sellMarket(BigDecimal amount) {
        return of(ArenaCommand.SELL_MARKET).with("amount", amount);
    }

    public static RequestFrame cancel(String orderId) {
        return of(ArenaCommand.CANCEL).with("order_id", orderId);
    }

    public static RequestFrame cancelByClientId(String clientOrderId) {
        return of(ArenaCommand.CANCEL).withClientOrderId(clientOrderId);
    }

    /** Shrinks an open order to a new total size, filled part included. */
    public static RequestFrame amend(String orderId, BigDecimal size) {
        return of(ArenaCommand.AMEND).with("order_id", orderId).with("size", size);
    }

    /** The dead man's switch; 0 disarms it. */
    public static RequestFrame cancelAfter(long millis) {
        return of(ArenaCommand.CANCEL_AFTER).with("timeout_ms", Json.number(millis));
    }

    public static RequestFrame cancelOnDisconnect(boolean on) {
        return of(ArenaCommand.CANCEL_ON_DISCONNECT).with("on", new Json.BooleanValue(on));
    }

    /**
     * Says something to everybody.
     *
     * @param message any JSON value
     */
    public static RequestFrame broadcast(Json message) {
        return of(ArenaCommand.BCAST).with("message", message);
    }

    public static RequestFrame join(String game) {
        return of(ArenaCommand.JOIN).with("game", game);
    }

    public static RequestFrame depth(String symbol, int levels) {
        return of(ArenaCommand.DEPTH).withSymbol(symbol).with("levels", Json.number(levels));
    }

    public static RequestFrame subscribe(List<PushType> channels) {
        return of(ArenaCommand.SUBSCRIBE).with("channels", words(channels));
    }

    public static RequestFrame unsubscribe(List<PushType> channels) {
        return of(ArenaCommand.UNSUBSCRIBE).with("channels", words(channels));
    }

    /** Goes on after the given sequence of the game, or is refused with code {@code resync}. */
    public static RequestFrame resume(long after, List<PushType> channels) {
        return of(ArenaCommand.RESUME).with("after", Json.number(after)).with("channels", words(channels));
    }

    /** An order command turned into a question: would it be accepted now? */
    public RequestFrame asTest() {
        return new RequestFrame(ArenaCommand.ORDER_TEST, params, id).with("side", command.word());
    }

    public RequestFrame withSymbol(String symbol) {
        return with("symbol", symbol);
    }

    public RequestFrame withClientOrderId(String clientOrderId) {
        return with("client_order_id", clientOrderId);
    }

    /**
     * What becomes of the part that does not trade at once.
     *
     * @param timeInForce {@code gtc}, {@code ioc} or {@code fok}
     */
    public RequestFrame withTimeInForce(String timeInForce) {
        return with("tif", timeInForce);
    }

    public RequestFrame postOnly() {
        return with("post_only", new Json.BooleanValue(true));
    }

    /**
     * What happens when the order meets an own one.
     *
     * @param mode {@code cancel_taker}, {@code cancel_maker}, {@code cancel_both} or {@code decrement}
     */
    public RequestFrame withSelfTradePrevention(String mode) {
        return with("stp", mode);
    }

    public RequestFrame withId(String newId) {
        return new RequestFrame(command, params, newId);
    }

    public RequestFrame with(String name, String value) {
        return with(name, Json.text(value));
    }

    public RequestFrame with(String name, BigDecimal value) {
        return with(name, Json.text(value.toString()));
    }

    public RequestFrame with(String name, Json value) {
        return new RequestFrame(
                command, Json.object().putAll(params).put(name, value).build(), id);
    }

    /** The frame to send. */
    public String text() {
        return JsonText.ofRequests()
                .write(Json.object()
                        .put("cmd", command.word())
                        .put("params", params)
                        .maybe("id", id)
                        .build());
    }

    private static Json words(List<PushType> channels) {
        return Json.texts(channels.stream().map(PushType::word).toList());
    }
}
