package io.botpit.game.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.BookView;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.Level;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.TimeInForce;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Drives a book with a text table. One line an order: {@code ann BUY 5 @ 100}, optionally {@code mode CANCEL_MAKER},
 * then what happens: {@code rests}, {@code trades 5 with bob}, {@code cancels bob}, {@code shrinks bob by 2},
 * {@code stops}. After {@code ---} the book: {@code bid 3 @ 100}.
 */
final class BookTable {
    private static final Symbol SYMBOL = new Symbol("BTC/USD");
    private static final List<String> NAMES = List.of("ann", "bob", "cat", "dan");

    private final OrderBook book = new OrderBook();
    private final OrderPool pool = new OrderPool();
    private final Map<String, Order> resting = new LinkedHashMap<>();
    private long orders;

    OrderBook book() {
        return book;
    }

    Order resting(String name) {
        Order order = resting.get(name);
        if (order == null) {
            throw new AssertionError("nothing of " + name + " rests");
        }
        return order;
    }

    void check(String table) {
        String[] parts = table.split("---", -1);
        for (String line : parts[0].strip().lines().toList()) {
            String[] columns = line.strip().split("\\s{2,}", 2);
            assertThat(place(columns[0])).as(line).isEqualTo(columns[1].strip());
        }
        if (parts.length > 1) {
            assertThat(levels())
                    .isEqualTo(parts[1].strip().lines().map(String::strip).toList());
        }
        book.checkLevels();
    }

    private String place(String text) {
        String[] words = text.split(" ");
        SelfTradePrevention mode =
                words.length > 6 ? SelfTradePrevention.valueOf(words[6]) : SelfTradePrevention.CANCEL_TAKER;
        Order order = order(words, mode);
        List<String> said = new ArrayList<>();
        Stop stop = book.match(order, order.ticks(), new Recorder(said));
        if (stop == Stop.NO_MORE_LIQUIDITY) {
            book.rest(order);
            resting.put(words[0], order);
            said.add("rests");
        } else if (stop == Stop.SELF_TRADE) {
            said.add("stops");
        }
        return String.join(", ", said);
    }

    private Order order(String[] words, SelfTradePrevention mode) {
        OrderKind kind = new OrderKind.Limit(
                new Price(Long.parseLong(words[4])),
                new Quantity(Long.parseLong(words[2])),
                TimeInForce.GOOD_TILL_CANCELLED);
        Intent.PlaceOrder terms = new Intent.PlaceOrder(SYMBOL, Side.valueOf(words[1]), kind, mode, null);
        int player = NAMES.indexOf(words[0]) + 1;
        return pool.take(
                new OrderView.Placement(
                        new OrderId(++orders), new PlayerId(player), terms, new Price(100), GameTime.EPOCH),
                player,
                0);
    }

    private List<String> levels() {
        BookView view = book.view(SYMBOL, 100);
        List<String> levels = new ArrayList<>();
        view.bids().forEach(level -> levels.add(text("bid", level)));
        view.asks().forEach(level -> levels.add(text("ask", level)));
        return levels;
    }

    private static String text(String side, Level level) {
        return String.format(
                Locale.ROOT,
                "%s %d @ %d",
                side,
                level.size().lots(),
                level.price().ticks());
    }

    private record Recorder(List<String> said) implements Executions {
        @Override
        public void traded(Order maker, Order taker, long lots) {
            said.add("trades " + lots + " with " + name(maker));
        }

        @Override
        public void shrunk(Order maker, long lots) {
            said.add("shrinks " + name(maker) + " by " + lots);
        }

        @Override
        public void cancelled(Order maker, long lots) {
            said.add("cancels " + name(maker));
        }

        private static String name(Order order) {
            return NAMES.get(order.owner().number() - 1);
        }
    }
}
