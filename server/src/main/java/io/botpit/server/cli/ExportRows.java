package io.botpit.server.cli;

import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.Fill;
import io.botpit.game.GameTime;
import io.botpit.game.Holding;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderView;
import io.botpit.game.Stamped;
import io.botpit.game.Standing;
import io.botpit.game.control.GameView;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Symbol;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.protocol.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the rows of one game while it is played again. Money is exact, times are microseconds since the epoch. */
final class ExportRows {
    private final JournalHead head;
    private final Map<Integer, String> names = new LinkedHashMap<>();
    private final Map<Long, OrderLine> orders = new LinkedHashMap<>();
    private final List<Record> fills = new ArrayList<>();

    ExportRows(JournalHead head) {
        this.head = head;
    }

    record GameLine(
            String game,
            String title,
            String preset,
            String phase,
            int players,
            long commands,
            long openedAt,
            @Nullable Long startedAt,
            long lastAt) {}

    record OrderLine(
            String game,
            long order,
            String player,
            String symbol,
            String side,
            String kind,
            long placedAt,
            String status,
            String filled) {}

    record FillLine(String game, long seq, long at, long trade, String player, String side, Dealt dealt) {}

    /** What changed hands. */
    record Dealt(String symbol, String price, String size, String feeAsset, String fee, boolean maker) {}

    record StandingLine(
            String game, int place, String player, String equity, String score, Map<String, String> wallet) {}

    void hear(Committed commit) {
        for (Event event : commit.events()) {
            if (event instanceof Event.Admitted(var player, String name)) {
                names.put(player.number(), name);
            } else if (event instanceof Event.Accepted(OrderView order, var _)) {
                put(order);
            } else if (event instanceof Event.Amended(OrderView order, var _)) {
                put(order);
            } else if (event instanceof Event.Completed(OrderView order, var _)) {
                put(order);
            } else if (event instanceof Event.Cancelled(OrderView order, var _, var _)) {
                put(order);
            } else if (event instanceof Event.Filled(Fill fill)) {
                fills.add(line(commit.command(), fill));
            }
        }
    }

    Record game(GameView view) {
        return new GameLine(
                head.game().text(),
                head.title(),
                head.rules().preset(),
                Word.of(view.phase()),
                names.size(),
                view.sequence(),
                head.openedAt().micros(),
                micros(view.clock().startedAt()),
                view.now().micros());
    }

    List<Record> orders() {
        return List.copyOf(orders.values());
    }

    List<Record> fills() {
        return fills;
    }

    List<Record> standings(GameView view) {
        Asset quote = head.rules().firstInstrument().quote();
        List<Record> rows = new ArrayList<>();
        for (Standing row : view.standings()) {
            Map<String, String> wallet = new LinkedHashMap<>();
            for (Holding holding : row.holdings()) {
                wallet.put(holding.asset().code(), text(holding.asset(), holding.total()));
            }
            rows.add(new StandingLine(
                    head.game().text(),
                    row.place(),
                    row.name(),
                    text(quote, row.equity()),
                    text(quote, row.score()),
                    wallet));
        }
        return rows;
    }

    private void put(OrderView order) {
        Instrument instrument = instrument(order.terms().symbol());
        orders.put(
                order.id().number(),
                new OrderLine(
                        head.game().text(),
                        order.id().number(),
                        name(order.owner().number()),
                        instrument.symbol().text(),
                        Word.of(order.terms().side()),
                        kind(order.terms().kind(), instrument),
                        order.placedAt().micros(),
                        Word.of(order.progress().status()),
                        decimal(order.progress().filled().lots(), instrument.sizeDecimals())));
    }

    private FillLine line(Stamped<?> command, Fill fill) {
        Instrument instrument = instrument(fill.symbol());
        return new FillLine(
                head.game().text(),
                command.sequence(),
                command.at().micros(),
                fill.trade().number(),
                name(fill.owner().number()),
                Word.of(fill.side()),
                new Dealt(
                        fill.symbol().text(),
                        decimal(fill.price().ticks(), instrument.priceDecimals()),
                        decimal(fill.size().lots(), instrument.sizeDecimals()),
                        fill.fee().asset().code(),
                        text(fill.fee().asset(), fill.fee().amount()),
                        fill.fee().maker()));
    }

    private static String kind(OrderKind kind, Instrument instrument) {
        return switch (kind) {
            case OrderKind.Limit(var price, var size, var tif) ->
                "limit " + decimal(size.lots(), instrument.sizeDecimals()) + " at "
                        + decimal(price.ticks(), instrument.priceDecimals()) + " " + Word.of(tif);
            case OrderKind.MarketBySize(var size) -> "market " + decimal(size.lots(), instrument.sizeDecimals());
            case OrderKind.MarketByBudget(var budget) -> "market for " + text(instrument.quote(), budget);
        };
    }

    private Instrument instrument(Symbol symbol) {
        return head.rules()
                .instrument(symbol)
                .orElseThrow(() -> new Failed("journal of " + head.game() + ": no instrument " + symbol));
    }

    private String name(int player) {
        return names.getOrDefault(player, "?");
    }

    private static String text(Asset asset, Amount amount) {
        return decimal(amount.units(), asset.decimals());
    }

    private static String decimal(long units, int decimals) {
        return BigDecimal.valueOf(units, decimals).toPlainString();
    }

    private static @Nullable Long micros(@Nullable GameTime time) {
        return time == null ? null : time.micros();
    }
}
