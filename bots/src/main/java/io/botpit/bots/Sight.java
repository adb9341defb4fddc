package io.botpit.bots;

import io.botpit.protocol.AssetRecord;
import io.botpit.protocol.BookRecord;
import io.botpit.protocol.FillRecord;
import io.botpit.protocol.GameState;
import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.InstrumentRecord;
import io.botpit.protocol.OrderChange;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushStamp;
import io.botpit.protocol.PushType;
import io.botpit.protocol.TradeRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a bot knows of its game, kept up to date by pushes: snapshots replace, changes follow one another by sequence,
 * and a gap shows. For one thread; what leaves it is immutable.
 */
final class Sight {
    /** The channels a strategy follows. */
    static final List<PushType> CHANNELS =
            List.of(PushType.BOOK, PushType.TRADES, PushType.ORDERS, PushType.FILLS, PushType.WALLET, PushType.GAME);

    /** Those without which a view is not complete; their frames say how something stands, not only what happened. */
    static final Set<PushType> NEEDED = EnumSet.of(PushType.BOOK, PushType.ORDERS, PushType.WALLET, PushType.GAME);

    private final String gameId;
    private final List<InstrumentRecord> instruments;
    private final Map<String, Depth> books = new LinkedHashMap<>();
    /** Up to which sequence each book is known; its snapshot comes in one frame for each market. */
    private final Map<String, Long> booksAsOf = new LinkedHashMap<>();

    private final Map<String, BigDecimal> marks = new LinkedHashMap<>();
    private final Map<String, Balance> wallet = new LinkedHashMap<>();
    private final Map<PushType, Long> last = new EnumMap<>(PushType.class);
    private final OwnOrders orders;
    /** Sequence of the last snapshot of own orders. */
    private long ordersAsOf;

    private GameClock clock;
    private Phase phase;

    Sight(HelloRecord hello, long nowMillis) {
        gameId = hello.game().id();
        instruments = hello.instruments();
        orders = new OwnOrders(instruments.getFirst().symbol());
        phase = Phase.of(hello.game().phase());
        clock = clock(hello, nowMillis);
    }

    String gameId() {
        return gameId;
    }

    /** The same game after a lost connection: what was known stays known. */
    boolean isOf(HelloRecord hello) {
        return gameId.equals(hello.game().id()) && instruments.equals(hello.instruments());
    }

    /** Reads the clock anew: ours or the server's may have been set. */
    void greeted(HelloRecord hello, long nowMillis) {
        phase = Phase.of(hello.game().phase());
        clock = clock(hello, nowMillis);
    }

    OwnOrders orders() {
        return orders;
    }

    Phase phase() {
        return phase;
    }

    /** Whether all that a view shows has come. */
    boolean isComplete() {
        return NEEDED.stream().noneMatch(this::isMissing)
                && instruments.stream().allMatch(i -> marks.containsKey(i.symbol()));
    }

    /** Whether a view is not complete without this channel, and its snapshot has not come. */
    boolean isMissing(PushType channel) {
        return NEEDED.contains(channel) && seen(channel) == 0;
    }

    /** The last sequence up to which nothing is missing on any channel. */
    long seenUpTo() {
        return last.keySet().stream()
                .mapToLong(this::seen)
                .filter(seq -> seq > 0)
                .min()
                .orElse(0);
    }

    /** The largest sequence of any frame that was taken. */
    long newest() {
        return last.keySet().stream().mapToLong(this::seen).max().orElse(0);
    }

    long ordersAsOf() {
        return ordersAsOf;
    }

    /** Whether the last frame of this snapshot has come. */
    boolean isWhole(PushFrame push) {
        return push.type() != PushType.BOOK
                || seen(PushType.BOOK) >= push.stamp().seq();
    }

    /** The sequence up to which nothing is missing on a channel; 0: nothing has come. */
    private long seen(PushType channel) {
        return channel == PushType.BOOK
                ? instruments.stream()
                        .mapToLong(one -> booksAsOf.getOrDefault(one.symbol(), 0L))
                        .min()
                        .orElse(0)
                : last.getOrDefault(channel, 0L);
    }

    /** What a push means, seen through the sequence numbers. */
    enum Place {
        NEXT,
        /** Known already, or of no use before the snapshot. */
        OLD,
        /** Something before it is missing. */
        GAP
    }

    Place place(PushFrame push) {
        if (push.stamp().snapshot()) {
            return Place.NEXT;
        }
        long seen = seen(push.type());
        if (seen == 0) {
            return NEEDED.contains(push.type()) ? Place.OLD : Place.NEXT;
        }
        if (push.stamp().seq() <= seen) {
            return Place.OLD;
        }
        return push.stamp().prev() > seen ? Place.GAP : Place.NEXT;
    }

    /** Takes a push that comes next; what it means for a strategy. */
    List<Update> take(PushFrame push, long nowMillis) {
        last.put(push.type(), push.stamp().seq());
        boolean snapshot = push.stamp().snapshot();
        return switch (push) {
            case PushFrame.Books(var stamp, var changed) -> booksChanged(changed, stamp);
            case PushFrame.Trades(var _, var trades) -> snapshot ? List.of() : traded(trades);
            case PushFrame.Orders(var stamp, var changes) -> ordersChanged(changes, stamp);
            case PushFrame.Fills(var stamp, var fills) -> snapshot ? List.of() : filled(fills, stamp.seq());
            case PushFrame.Wallet(var _, var assets) -> walletChanged(assets, snapshot);
            case PushFrame.Standings _ -> List.of();
            case PushFrame.Game(var _, var state, var _) -> gameChanged(state, snapshot, nowMillis);
        };
    }

    /** A push as if all of it had been sent: a change of books or balances with what did not change. */
    PushFrame whole(PushFrame push) {
        return switch (push) {
            case PushFrame.Books(var stamp, var changed) -> {
                Map<String, BookRecord> full = new LinkedHashMap<>();
                changed.keySet()
                        .forEach(symbol -> full.put(symbol, depth(symbol).record()));
                yield new PushFrame.Books(stamp, full);
            }
            case PushFrame.Wallet(var stamp, var _) -> {
                Map<String, AssetRecord> all = new LinkedHashMap<>();
                wallet.forEach((code, owned) -> all.put(code, new AssetRecord(owned.free(), owned.held())));
                yield new PushFrame.Wallet(stamp, all);
            }
            case PushFrame.Trades _, PushFrame.Orders _, PushFrame.Fills _, PushFrame.Standings _, PushFrame.Game _ ->
                push;
        };
    }

    private Depth depth(String symbol) {
        return books.computeIfAbsent(symbol, _ -> new Depth());
    }

    View view(String player, long nowMillis) {
        List<Market> markets = new ArrayList<>();
        for (InstrumentRecord one : instruments) {
            Depth book = depth(one.symbol());
            markets.add(new Market(
                    one.symbol(),
                    one.priceDecimals(),
                    one.sizeDecimals(),
                    marks.getOrDefault(one.symbol(), BigDecimal.ZERO),
                    book.bestBid(),
                    book.bestAsk()));
        }
        return new View(player, phase, nowMillis, clock.left(nowMillis), markets, wallet, orders.list());
    }

    private List<Update> booksChanged(Map<String, BookRecord> changed, PushStamp stamp) {
        changed.forEach((symbol, book) -> {
            Depth depth = depth(symbol);
            if (stamp.snapshot()) {
                depth.replace(book);
                booksAsOf.put(symbol, stamp.seq());
            } else if (stamp.seq() > booksAsOf.getOrDefault(symbol, 0L)) {
                depth.change(book);
            }
        });
        if (!stamp.snapshot()) {
            booksAsOf.replaceAll((_, seq) -> Math.max(seq, stamp.seq()));
        }
        return moved(changed.keySet());
    }

    private List<Update> ordersChanged(List<OrderChange> changes, PushStamp stamp) {
        if (stamp.snapshot()) {
            orders.replace(changes, stamp.seq());
            ordersAsOf = stamp.seq();
        } else {
            orders.change(changes, stamp.seq());
        }
        return List.of();
    }

    private static List<Update> moved(Set<String> symbols) {
        return symbols.stream().<Update>map(Update.Moved::new).toList();
    }

    private static List<Update> traded(List<TradeRecord> trades) {
        return trades.stream()
                .<Update>map(t -> new Update.Traded(t.symbol(), t.price(), t.size(), Side.of(t.taker())))
                .toList();
    }

    private List<Update> filled(List<FillRecord> fills, long sequence) {
        List<Update> updates = new ArrayList<>();
        for (FillRecord fill : fills) {
            Side side = Side.of(fill.extras().side());
            String order = side == Side.BUY ? fill.buyId() : fill.sellId();
            String symbol = fill.extras().symbol();
            orders.filled(order, fill.filledSize(), sequence);
            updates.add(new Update.Filled(
                    order,
                    symbol == null ? instruments.getFirst().symbol() : symbol,
                    side,
                    fill.price(),
                    fill.filledSize()));
        }
        return updates;
    }

    private List<Update> walletChanged(Map<String, AssetRecord> assets, boolean snapshot) {
        if (snapshot) {
            wallet.clear();
        }
        assets.forEach((code, asset) -> wallet.put(code, new Balance(asset.free(), asset.held())));
        return List.of();
    }

    private List<Update> gameChanged(GameState state, boolean snapshot, long nowMillis) {
        marks.putAll(state.marks());
        List<Update> updates = new ArrayList<>(moved(state.marks().keySet()));
        Phase before = phase;
        if (state.phase() != null) {
            phase = Phase.of(state.phase());
            Long left = snapshot ? state.leftMillis() : clock.left(nowMillis);
            clock = state.endsAt() == null ? clock.standingWith(left) : clock.endingAt(state.endsAt());
        } else if (state.endsAt() != null) {
            clock = clock.endingAt(state.endsAt());
        }
        if (phase != before) {
            updates.add(new Update.PhaseChanged(before, phase));
        }
        return updates;
    }

    private static GameClock clock(HelloRecord hello, long nowMillis) {
        var told = hello.game().clock();
        GameClock clock = GameClock.of(hello.now(), nowMillis);
        return told.endsAt() == null ? clock.standingWith(told.leftMillis()) : clock.endingAt(told.endsAt());
    }
}
