package io.botpit.dialect.arena;

import io.botpit.dialect.Channel;
import io.botpit.dialect.Viewer;
import io.botpit.game.Answer;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.Fill;
import io.botpit.game.GameTime;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import io.botpit.game.control.GameView;
import io.botpit.game.money.Symbol;
import io.botpit.protocol.AssetRecord;
import io.botpit.protocol.BookRecord;
import io.botpit.protocol.FillRecord;
import io.botpit.protocol.GameState;
import io.botpit.protocol.LevelRecord;
import io.botpit.protocol.OrderChange;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushStamp;
import io.botpit.protocol.TradeRecord;
import io.botpit.protocol.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a commit, or a state, means on one channel: at most one frame, so that a sequence is enough to follow it. */
final class Pushes {
    /** Older ones can be asked for. */
    private static final int SNAPSHOT_FILLS_MAX = 100;

    private final Viewer viewer;
    private final Records records;

    Pushes(Viewer viewer) {
        this.viewer = viewer;
        this.records = new Records(viewer);
    }

    Optional<PushFrame> change(Committed commit, Channel channel, long previous) {
        PushStamp stamp = PushStamp.ofChange(commit.command().sequence(), previous);
        List<Event> events = commit.events().stream()
                .filter(event -> Visibility.of(event, viewer))
                .toList();
        return switch (channel) {
            case BOOK -> books(stamp, events);
            case TRADES -> trades(stamp, events, commit.command().at());
            case ORDERS -> orders(stamp, events);
            case FILLS -> fills(stamp, events);
            case WALLET -> wallet(stamp, events);
            case STANDINGS -> standings(stamp, events);
            case GAME -> new News(records, viewer).change(stamp, events);
        };
    }

    /** The state of a channel, as far as that answer tells it. */
    Optional<PushFrame> snapshot(Channel channel, long sequence, Answer state) {
        PushStamp stamp = PushStamp.ofSnapshot(sequence);
        return Optional.ofNullable(
                switch (channel) {
                    case BOOK ->
                        state instanceof Answer.Book(var book)
                                ? new PushFrame.Books(
                                        stamp, Map.of(book.symbol().text(), records.book(book)))
                                : null;
                    case TRADES -> new PushFrame.Trades(stamp, List.of());
                    case ORDERS ->
                        state instanceof Answer.Orders(var orders)
                                ? new PushFrame.Orders(
                                        stamp,
                                        orders.stream()
                                                .map(order -> change("open", order))
                                                .toList())
                                : null;
                    case FILLS ->
                        state instanceof Answer.FillList(var fills) ? new PushFrame.Fills(stamp, newest(fills)) : null;
                    case WALLET ->
                        state instanceof Answer.Holdings(var holdings)
                                ? new PushFrame.Wallet(stamp, records.assets(holdings))
                                : null;
                    case STANDINGS ->
                        state instanceof Answer.Table(var rows)
                                ? new PushFrame.Standings(stamp, records.standings(rows))
                                : null;
                    case GAME -> null;
                });
    }

    PushFrame snapshot(GameView view) {
        Map<String, BigDecimal> marks = new LinkedHashMap<>();
        view.rules()
                .instruments()
                .forEach(instrument -> Optional.ofNullable(view.marks().get(instrument.symbol()))
                        .ifPresent(mark -> marks.put(instrument.symbol().text(), Scales.of(mark, instrument))));
        GameState state = new GameState(
                Word.of(view.phase()),
                null,
                Word.of(view.mode()),
                Records.seconds(view.clock().endsAt()),
                view.clock().leftMillis(),
                view.missing(),
                marks);
        return new PushFrame.Game(PushStamp.ofSnapshot(view.sequence()), state, List.of());
    }

    private Optional<PushFrame> books(PushStamp stamp, List<Event> events) {
        Map<String, BookRecord> books = new LinkedHashMap<>();
        for (Event event : events) {
            if (event instanceof Event.LevelChanged(Symbol symbol, Side side, var level)) {
                BookRecord before = books.getOrDefault(symbol.text(), new BookRecord(List.of(), List.of()));
                LevelRecord changed = records.level(symbol, level);
                books.put(
                        symbol.text(),
                        side == Side.BUY
                                ? new BookRecord(with(before.bids(), changed), before.asks())
                                : new BookRecord(before.bids(), with(before.asks(), changed)));
            }
        }
        return books.isEmpty() ? Optional.empty() : Optional.of(new PushFrame.Books(stamp, books));
    }

    private Optional<PushFrame> trades(PushStamp stamp, List<Event> events, GameTime at) {
        List<TradeRecord> trades = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Traded(var trade)) {
                trades.add(records.trade(trade, at));
            }
        }
        return trades.isEmpty() ? Optional.empty() : Optional.of(new PushFrame.Trades(stamp, trades));
    }

    private Optional<PushFrame> orders(PushStamp stamp, List<Event> events) {
        List<OrderChange> changes =
                events.stream().flatMap(event -> order(event).stream()).toList();
        return changes.isEmpty() ? Optional.empty() : Optional.of(new PushFrame.Orders(stamp, changes));
    }

    private Optional<OrderChange> order(Event event) {
        return switch (event) {
            case Event.Accepted(var order, var _) -> own("accepted", order);
            case Event.Amended(var order, var _) -> own("amended", order);
            case Event.Completed(var order, var _) -> own("completed", order);
            case Event.Cancelled(var order, var cause, var _) ->
                isOwn(order.owner())
                        ? Optional.of(new OrderChange("cancelled", Word.of(cause), records.order(order, true)))
                        : Optional.empty();
            // The reply has told the sender already, and nothing changed.
            case Event.Repeated _, Event.Rejected _, Event.SwitchSet _ -> Optional.empty();
            case Event.GameEvent _, Event.TradeEvent _, Event.MarketEvent _ -> Optional.empty();
            case Event.WalletChanged _, Event.ReferenceMoved _, Event.Said _ -> Optional.empty();
        };
    }

    private Optional<PushFrame> fills(PushStamp stamp, List<Event> events) {
        List<FillRecord> fills = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Filled(var fill) && isOwn(fill.owner())) {
                fills.add(records.fill(fill, true));
            }
        }
        return fills.isEmpty() ? Optional.empty() : Optional.of(new PushFrame.Fills(stamp, fills));
    }

    private List<FillRecord> newest(List<Fill> fills) {
        return fills.subList(Math.max(0, fills.size() - SNAPSHOT_FILLS_MAX), fills.size()).stream()
                .map(fill -> records.fill(fill, true))
                .toList();
    }

    private Optional<PushFrame> wallet(PushStamp stamp, List<Event> events) {
        Map<String, AssetRecord> assets = new LinkedHashMap<>();
        for (Event event : events) {
            if (event instanceof Event.WalletChanged(var player, var asset, var free, var held) && isOwn(player)) {
                assets.put(asset.code(), records.asset(asset, free, held));
            }
        }
        return assets.isEmpty() ? Optional.empty() : Optional.of(new PushFrame.Wallet(stamp, assets));
    }

    /** In between the shell sends snapshots: a table changes with every mark. */
    private Optional<PushFrame> standings(PushStamp stamp, List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.Ended(var _, var _, var table)) {
                return Optional.of(new PushFrame.Standings(stamp, records.standings(table)));
            }
        }
        return Optional.empty();
    }

    private Optional<OrderChange> own(String event, OrderView order) {
        return isOwn(order.owner()) ? Optional.of(change(event, order)) : Optional.empty();
    }

    private OrderChange change(String event, OrderView order) {
        return new OrderChange(event, null, records.order(order, true));
    }

    private boolean isOwn(PlayerId player) {
        return player.equals(viewer.player());
    }

    private static List<LevelRecord> with(List<LevelRecord> levels, LevelRecord changed) {
        List<LevelRecord> more = new ArrayList<>(levels);
        more.add(changed);
        return more;
    }
}
