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
import io.botpit.game.control.GameView;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One player at the table: shows it the game and translates what it wishes. */
final class Seat implements Chair {
    /** As many as wait for a bot on a wire; the oldest are forgotten. */
    private static final int TRADES_WAITING_MAX = 1_000;

    private static final long MICROS_PER_MILLI = 1_000;

    private final PlayerId player;
    private final HouseBot bot;
    private final Table table;
    private final Deque<Update> heard = new ArrayDeque<>();

    Seat(PlayerId player, HouseBot bot, Table table) {
        this.player = player;
        this.bot = bot;
        this.table = table;
    }

    @Override
    public void hear(Update.Traded trade) {
        if (heard.size() == TRADES_WAITING_MAX) {
            heard.remove();
        }
        heard.add(trade);
    }

    /** Tells of the trades since the last beat, then of this one. */
    @Override
    public void beat() {
        View view = view();
        heard.add(new Update.Beat());
        List<Update> updates = List.copyOf(heard);
        heard.clear();
        for (Update update : updates) {
            bot.strategy().onUpdate(view, update).forEach(wish -> table.act(player, intent(wish)));
        }
    }

    View view() {
        List<Query> questions = new ArrayList<>(List.of(new Query.OpenOrders(player), new Query.Balances(player)));
        for (Instrument one : table.rules().instruments()) {
            questions.add(new Query.Depth(one.symbol(), 1));
            questions.add(new Query.Mark(one.symbol()));
        }
        Iterator<Answer> answers = table.answers(questions).iterator();
        List<OpenOrder> orders = ((Answer.Orders) answers.next())
                .orders().stream().map(this::order).toList();
        Map<String, Balance> wallet = wallet((Answer.Holdings) answers.next());
        List<Market> markets = table.rules().instruments().stream()
                .map(one -> market(one, (Answer.Book) answers.next(), (Answer.MarkIs) answers.next()))
                .toList();
        GameView seen = table.view();
        long nowMillis = table.now().micros() / MICROS_PER_MILLI;
        return new View(
                bot.name(),
                Phase.valueOf(seen.phase().name()),
                nowMillis,
                left(seen.clock(), nowMillis),
                markets,
                wallet,
                orders);
    }

    private static @Nullable Long left(GameView.Clock clock, long nowMillis) {
        GameTime end = clock.endsAt();
        return end == null
                ? clock.leftMillis()
                : Long.valueOf(Math.max(0, end.micros() / MICROS_PER_MILLI - nowMillis));
    }

    private static Map<String, Balance> wallet(Answer.Holdings answer) {
        Map<String, Balance> wallet = new TreeMap<>();
        answer.holdings()
                .forEach(one -> wallet.put(
                        one.asset().code(),
                        new Balance(
                                decimal(one.free().units(), one.asset().decimals()),
                                decimal(one.held().units(), one.asset().decimals()))));
        return wallet;
    }

    private static Market market(Instrument one, Answer.Book depth, Answer.MarkIs mark) {
        BookView book = depth.book();
        return new Market(
                one.symbol().text(),
                one.priceDecimals(),
                one.sizeDecimals(),
                decimal(mark.price().ticks(), one.priceDecimals()),
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
        return table.rules().instrument(new Symbol(symbol)).orElseThrow();
    }

    private static BigDecimal decimal(long units, int decimals) {
        return BigDecimal.valueOf(units, decimals);
    }

    private static long whole(BigDecimal decimal, int decimals) {
        return decimal.movePointRight(decimals).longValueExact();
    }
}
