package io.botpit.bots;

import io.botpit.protocol.Decimals;
import io.botpit.protocol.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** Updates, wishes and views as a dialogue writes them. */
final class DialogueWords {
    private DialogueWords() {}

    static Json update(Update update) {
        return switch (update) {
            case Update.Ready _ -> named("ready", Json.object());
            case Update.Beat _ -> named("beat", Json.object());
            case Update.Moved(var symbol) -> named("moved", Json.object().put("symbol", symbol));
            case Update.Traded(var symbol, var price, var size, var taker) ->
                named(
                        "traded",
                        Json.object()
                                .put("symbol", symbol)
                                .put("price", price)
                                .put("size", size)
                                .put("taker", side(taker)));
            case Update.Filled(var order, var symbol, var side, var price, var size) ->
                named(
                        "filled",
                        Json.object()
                                .put("order_id", order)
                                .put("symbol", symbol)
                                .put("side", side(side))
                                .put("price", price)
                                .put("size", size));
            case Update.Refused(var wish, var code, var message) ->
                named(
                        "refused",
                        Json.object().put("wish", wish(wish)).put("code", code).put("message", message));
            case Update.PhaseChanged(var from, var to) ->
                named("phase_changed", Json.object().put("before", word(from)).put("after", word(to)));
        };
    }

    private static Json wish(Wish wish) {
        return switch (wish) {
            case Wish.Limit(var symbol, var side, var price, var size) ->
                named(
                        "limit",
                        Json.object()
                                .put("symbol", symbol)
                                .put("side", side(side))
                                .put("price", price)
                                .put("size", size));
            case Wish.BuyNow(var symbol, var budget) ->
                named("buy_now", Json.object().put("symbol", symbol).put("budget", budget));
            case Wish.SellNow(var symbol, var size) ->
                named("sell_now", Json.object().put("symbol", symbol).put("size", size));
            case Wish.Cancel(var order) -> named("cancel", Json.object().put("order_id", order));
            case Wish.CancelAll(var symbol) -> named("cancel_all", Json.object().maybe("symbol", symbol));
        };
    }

    static Wish wish(Json written) {
        var member =
                ((Json.ObjectValue) written).members().entrySet().iterator().next();
        Json.ObjectValue is = (Json.ObjectValue) member.getValue();
        return switch (member.getKey()) {
            case "limit" ->
                new Wish.Limit(
                        text(is, "symbol"),
                        Side.valueOf(text(is, "side").toUpperCase(Locale.ROOT)),
                        decimal(is, "price"),
                        decimal(is, "size"));
            case "buy_now" -> new Wish.BuyNow(text(is, "symbol"), decimal(is, "budget"));
            case "sell_now" -> new Wish.SellNow(text(is, "symbol"), decimal(is, "size"));
            case "cancel" -> new Wish.Cancel(text(is, "order_id"));
            case "cancel_all" -> new Wish.CancelAll(is.has("symbol") ? text(is, "symbol") : null);
            default -> throw new IllegalStateException("no such wish: " + member.getKey());
        };
    }

    static Json ending(@Nullable Ending ending) {
        return ending == null
                ? Json.NULL
                : Json.object()
                        .put("kind", lower(ending.kind()))
                        .put("why", ending.why())
                        .build();
    }

    static Json wallet(View view) {
        Json.Members assets = Json.object();
        view.wallet()
                .forEach((code, balance) -> assets.put(
                        code,
                        Json.object()
                                .put("free", balance.free())
                                .put("held", balance.held())
                                .build()));
        return assets.build();
    }

    static Json orders(View view) {
        return Json.array(view.orders().stream()
                .map(order -> Json.object()
                        .put("id", order.id())
                        .put("symbol", order.symbol())
                        .put("side", side(order.side()))
                        .put("price", order.price())
                        .put("size", order.size())
                        .build())
                .toList());
    }

    static Json markets(View view) {
        Json.Members markets = Json.object();
        for (Market market : view.markets()) {
            markets.put(
                    market.symbol(),
                    Json.object()
                            .put("mark", market.mark())
                            .put("bid", level(market.bestBid()))
                            .put("ask", level(market.bestAsk()))
                            .build());
        }
        return markets.build();
    }

    /** A market's own words, and the numbers that are asked for, put on its grid. */
    static Json grid(View view, Json.ObjectValue asked) {
        Market market = view.market(text(asked, "symbol"));
        return Json.object()
                .put("symbol", market.symbol())
                .put("base", market.base())
                .put("quote", market.quote())
                .put("tick", market.tick())
                .put("bid", onGrid(asked, "bid", market::bid))
                .put("ask", onGrid(asked, "ask", market::ask))
                .put("size", onGrid(asked, "size", market::size))
                .build();
    }

    private static Json onGrid(Json.ObjectValue asked, String name, DoubleFunction<BigDecimal> grid) {
        Json.Members numbers = Json.object();
        ((Json.ObjectValue) member(asked, name))
                .members()
                .keySet()
                .forEach(number -> numbers.put(number, grid.apply(Double.parseDouble(number))));
        return numbers.build();
    }

    private static Json level(Market.@Nullable Level level) {
        return level == null
                ? Json.NULL
                : Json.texts(List.of(level.price().toString(), level.size().toString()));
    }

    static String word(Phase phase) {
        return lower(phase);
    }

    /** Decimals in texts by their value, everything else as it is. */
    static boolean alike(@Nullable Json is, @Nullable Json wanted) {
        if (is instanceof Json.ObjectValue one && wanted instanceof Json.ObjectValue other) {
            return one.members().keySet().equals(other.members().keySet())
                    && one.members().keySet().stream().allMatch(name -> alike(one.get(name), other.get(name)));
        }
        if (is instanceof Json.ArrayValue(var ones) && wanted instanceof Json.ArrayValue(var others)) {
            boolean same = ones.size() == others.size();
            for (int i = 0; same && i < ones.size(); i++) {
                same = alike(ones.get(i), others.get(i));
            }
            return same;
        }
        if (is instanceof Json.TextValue(var one)
                && wanted instanceof Json.TextValue(var other)
                && Decimals.read(one) instanceof Decimals.Reading.Value(var value)
                && Decimals.read(other) instanceof Decimals.Reading.Value(var same)) {
            return value.compareTo(same) == 0;
        }
        return is != null && is.equals(wanted);
    }

    private static Json named(String name, Json.Members members) {
        return Json.object().put(name, members.build()).build();
    }

    private static String side(Side side) {
        return lower(side);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Json.ObjectValue object, String name) {
        return Dialogue.text(member(object, name));
    }

    private static BigDecimal decimal(Json.ObjectValue object, String name) {
        return new BigDecimal(text(object, name));
    }

    static Json member(Json.ObjectValue object, String name) {
        Json value = object.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " in " + object);
        }
        return value;
    }
}
