package io.botpit.server.feed;

import io.botpit.game.CancelCause;
import io.botpit.game.Fill;
import io.botpit.game.GameTime;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderView;
import io.botpit.game.Reason;
import io.botpit.game.Side;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.protocol.Word;
import io.botpit.protocol.rest.GameBot.FillRow;
import io.botpit.protocol.rest.GameBot.OrderRow;
import io.botpit.protocol.rest.GameBot.RejectRow;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one bot did in a game: the newest orders and fills, and all refusals. Of whoever owns it; one thread. */
final class BotSheet {
    static final int ORDERS_KEPT = 500;
    static final int FILLS_KEPT = 1_000;

    /** What an order or a fill weighs in memory, about. */
    private static final long BYTES_EACH = 300;

    private final SequencedMap<OrderId, Line> orders = new LinkedHashMap<>();
    private final Deque<Executed> fills = new ArrayDeque<>();
    private final Map<Reason, Long> rejects = new TreeMap<>();

    /** How many orders and fills a sheet takes. */
    record Room(int orders, int fills) {
        static final Room FULL = new Room(ORDERS_KEPT, FILLS_KEPT);

        /** Three quarters, in the end nothing. */
        Room less() {
            return new Room(orders * 3 / 4, fills * 3 / 4);
        }
    }

    /** An order on the sheet. */
    private static final class Line {
        private final OrderView placed;
        private Quantity filled;
        private @Nullable Quantity amended;
        private @Nullable GameTime to;
        private @Nullable String end;

        Line(OrderView placed) {
            this.placed = placed;
            this.filled = placed.progress().filled();
        }
    }

    private record Executed(GameTime at, Fill fill) {}

    void accepted(OrderView order, Room room) {
        orders.put(order.id(), new Line(order));
        fitInto(room);
    }

    void amended(OrderView order) {
        Line line = orders.get(order.id());
        if (line != null && order.terms().kind() instanceof OrderKind.Limit(var _, var size, var _)) {
            line.amended = size;
        }
    }

    void filled(Fill fill, GameTime at, Room room) {
        fills.addLast(new Executed(at, fill));
        fitInto(room);
        Line line = orders.get(fill.side() == Side.BUY ? fill.buyOrder() : fill.sellOrder());
        if (line != null) {
            line.filled = new Quantity(line.filled.lots() + fill.size().lots());
        }
    }

    void completed(OrderView order, GameTime at) {
        ended(order, at, "filled");
    }

    void cancelled(OrderView order, CancelCause cause, GameTime at) {
        ended(order, at, cause == CancelCause.PLAYER ? "cancelled" : Word.of(cause));
    }

    void rejected(Reason reason) {
        rejects.merge(reason, 1L, Long::sum);
    }

    /** Lets the oldest go that have no room. */
    void fitInto(Room room) {
        while (orders.size() > room.orders()) {
            orders.pollFirstEntry();
        }
        while (fills.size() > room.fills()) {
            fills.removeFirst();
        }
    }

    int rows() {
        return orders.size() + fills.size();
    }

    long bytes() {
        return BYTES_EACH * (1 + rows());
    }

    List<OrderRow> orders(GameRules rules) {
        return orders.sequencedValues().reversed().stream()
                .map(line -> row(line, rules))
                .toList();
    }

    List<FillRow> fills(GameRules rules) {
        return fills.reversed().stream().map(executed -> row(executed, rules)).toList();
    }

    List<RejectRow> rejects() {
        return rejects.entrySet().stream()
                .map(entry -> new RejectRow(entry.getKey().code(), entry.getValue()))
                .sorted(Comparator.comparingLong(RejectRow::count).reversed())
                .toList();
    }

    private void ended(OrderView order, GameTime at, String how) {
        Line line = orders.get(order.id());
        if (line != null) {
            line.to = at;
            line.end = how;
        }
    }

    private static OrderRow row(Line line, GameRules rules) {
        Instrument instrument = instrument(rules, line.placed.terms().symbol());
        return new OrderRow(
                line.placed.id().number(),
                instrument.symbol().text(),
                Word.of(line.placed.terms().side()),
                price(instrument, line.placed.terms().kind()),
                size(instrument, line),
                Figures.size(instrument, line.filled).toPlainString(),
                Figures.millis(line.placed.placedAt()),
                Figures.millisOrNull(line.to),
                line.end);
    }

    private static @Nullable String price(Instrument instrument, OrderKind kind) {
        return kind instanceof OrderKind.Limit(Price price, var _, var _)
                ? Figures.price(instrument, price).toPlainString()
                : null;
    }

    private static @Nullable String size(Instrument instrument, Line line) {
        Quantity size = switch (line.placed.terms().kind()) {
            case OrderKind.Limit(var _, var asked, var _) -> line.amended == null ? asked : line.amended;
            case OrderKind.MarketBySize(var asked) -> asked;
            case OrderKind.MarketByBudget _ -> null;
        };
        return size == null ? null : Figures.size(instrument, size).toPlainString();
    }

    private static FillRow row(Executed executed, GameRules rules) {
        Fill fill = executed.fill();
        Instrument instrument = instrument(rules, fill.symbol());
        return new FillRow(
                Figures.millis(executed.at()),
                fill.symbol().text(),
                Word.of(fill.side()),
                Figures.price(instrument, fill.price()).toPlainString(),
                Figures.size(instrument, fill.size()).toPlainString(),
                fill.fee().maker() ? "maker" : "taker",
                Figures.amount(fill.fee().asset(), fill.fee().amount()),
                fill.fee().asset().code());
    }

    private static Instrument instrument(GameRules rules, Symbol symbol) {
        return rules.instrument(symbol).orElseThrow();
    }
}
