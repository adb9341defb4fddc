package io.botpit.server.local;

import io.botpit.bots.Balance;
import io.botpit.bots.Market;
import io.botpit.bots.OpenOrder;
import io.botpit.bots.Phase;
import io.botpit.bots.Update;
import io.botpit.bots.View;
import io.botpit.bots.Wish;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.game.Answer;
import io.botpit.game.BookView;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.Level;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderReference;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.TimeInForce;
import io.botpit.game.control.GameController;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One player at the table: shows it the game and translates what it wishes. */
record Seat(PlayerId player, HouseBot bot, GameController game) {
    private static final long MICROS_PER_MILLI = 1_000;

    /** What the player does on its beat. */
    List<Intent> beat(GameTime now) {
        return bot.strategy().onUpdate(view(now), new Update.Beat()).stream()
                .map(this::intent)
                .toList();
    }

    View view(GameTime now) {
        List<Market> markets =
                game.rules().instruments().stream().map(this::market).toList();
        List<OpenOrder> orders = ((Answer.Orders) game.answer(new Query.OpenOrders(player)))
                .orders().stream().map(this::order).toList();
        return new View(
                bot.name(),
                Phase.valueOf(game.phase().name()),
                now.micros() / MICROS_PER_MILLI,
                left(now),
                markets,
                wallet(),
                orders);
    }

    /** A game without pauses is over when its time limit is. */
    private @Nullable Long left(GameTime now) {
        long limit = game.rules().schedule().timeLimitMillis();
        return limit == 0 ? null : Long.valueOf(Math.max(0, limit - now.micros() / MICROS_PER_MILLI));
    }

    private Map<String, Balance> wallet() {
        Map<String, Balance> wallet = new TreeMap<>();
        ((Answer.Holdings) game.answer(new Query.Balances(player)))
                .holdings()
                .forEach(one -> wallet.put(
                        one.asset().code(),
                        new Balance(
                                decimal(one.free().units(), one.asset().decimals()),
                                decimal(one.held().units(), one.asset().decimals()))));
        return wallet;
    }

    private Market market(Instrument one) {
        BookView book = ((Answer.Book) game.answer(new Query.Depth(one.symbol(), 1))).book();
        Price mark = ((Answer.MarkIs) game.answer(new Query.Mark(one.symbol()))).price();
        return new Market(
                one.symbol().text(),
                one.priceDecimals(),
                one.sizeDecimals(),
                decimal(mark.ticks(), one.priceDecimals()),
                best(one, book.bids()),
                best(one, book.asks()));
    }

    private static Market.@Nullable Level best(Instrument one, List<Level> levels) {
        return levels.isEmpty()
                ? null
                : new Market.Level(
                        decimal(levels.getFirst().price().ticks(), one.priceDecimals()),
                        decimal(levels.getFirst().size().lots(), one.sizeDecimals()));
    }

    private OpenOrder order(OrderView order) {
        Instrument one = instrument(order.terms().symbol().text());
        OrderKind.Limit limit = (OrderKind.Limit) order.terms().kind();
        return new OpenOrder(
                Long.toString(order.id().number()),
                one.symbol().text(),
                io.botpit.bots.Side.valueOf(order.terms().side().name()),
                decimal(limit.price().ticks(), one.priceDecimals()),
                decimal(order.progress().open().lots(), one.sizeDecimals()));
    }

    private Intent intent(Wish wish) {
        return switch (wish) {
            case Wish.Limit(var symbol, var side, var price, var size) -> {
                Instrument one = instrument(symbol);
                yield place(
                        one,
                        Side.valueOf(side.name()),
                        new OrderKind.Limit(
                                new Price(whole(price, one.priceDecimals())),
                                new Quantity(whole(size, one.sizeDecimals())),
                                TimeInForce.GOOD_TILL_CANCELLED));
            }
            case Wish.BuyNow(var symbol, var budget) -> {
                Instrument one = instrument(symbol);
                Amount amount = new Amount(whole(budget, one.quote().decimals()));
                yield place(one, Side.BUY, new OrderKind.MarketByBudget(amount));
            }
            case Wish.SellNow(var symbol, var size) -> {
                Instrument one = instrument(symbol);
                yield place(one, Side.SELL, new OrderKind.MarketBySize(new Quantity(whole(size, one.sizeDecimals()))));
            }
            case Wish.Cancel(var order) ->
                new Intent.CancelOrder(new OrderReference.ByNumber(new OrderId(Long.parseLong(order))));
            case Wish.CancelAll(var symbol) -> new Intent.CancelAll(symbol == null ? null : new Symbol(symbol));
        };
    }

    private static Intent place(Instrument one, Side side, OrderKind kind) {
        return new Intent.PlaceOrder(one.symbol(), side, kind, SelfTradePrevention.CANCEL_TAKER, null);
    }

    private Instrument instrument(String symbol) {
        return game.rules().instrument(new Symbol(symbol)).orElseThrow();
    }

    private static BigDecimal decimal(long units, int decimals) {
        return BigDecimal.valueOf(units, decimals);
    }

    private static long whole(BigDecimal decimal, int decimals) {
        return decimal.movePointRight(decimals).longValueExact();
    }
}
