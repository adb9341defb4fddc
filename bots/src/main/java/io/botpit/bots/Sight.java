package io.botpit.bots;

import io.botpit.protocol.AssetRecord;
import io.botpit.protocol.BookRecord;
import io.botpit.protocol.FillRecord;
import io.botpit.protocol.GameState;
import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.InstrumentRecord;
import io.botpit.protocol.PushFrame;
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
import org.jspecify.annotations.Nullable;

/**
 * What a bot knows of its game, kept up to date by pushes: snapshots replace, changes follow one another by sequence,
 * and a gap shows. For one thread; what leaves it is immutable.
 */
final class Sight {
    /** The channels a bot follows. */
    static final List<PushType> CHANNELS =
            List.of(PushType.BOOK, PushType.TRADES, PushType.ORDERS, PushType.FILLS, PushType.WALLET, PushType.GAME);

    private static final Set<PushType> NEEDED =
            EnumSet.of(PushType.BOOK, PushType.ORDERS, PushType.WALLET, PushType.GAME);

    private final String gameId;
    private final List<InstrumentRecord> instruments;
    private final Map<String, Depth> books = new LinkedHashMap<>();
    private final Map<String, BigDecimal> marks = new LinkedHashMap<>();
    private final Map<String, Balance> wallet = new LinkedHashMap<>();
    private final Map<PushType, Long> last = new EnumMap<>(PushType.class);
    private final OwnOrders orders;
    /** Sequence of the last snapshot of own orders: fills up to it are in it. */
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
        return last.keySet().containsAll(NEEDED) && instruments.stream().allMatch(i -> marks.containsKey(i.symbol()));
    }

    /** Channels without which a view is not complete, and whose snapshot has not come. */
    List<PushType> missing() {
        return NEEDED.stream().filter(channel -> !last.containsKey(channel)).toList();
    }

    /** The last sequence up to which nothing is missing on any channel. */
    long seenUpTo() {
        return CHANNELS.stream()
                .mapToLong(channel -> last.getOrDefault(channel, 0L))
                .filter(seq -> seq > 0)
                .min()
                .orElse(0);
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
        Long seen = last.get(push.type());
        if (seen == null) {
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
            case PushFrame.Books(var _, var changed) -> booksChanged(changed, snapshot);
            case PushFrame.Trades(var _, var trades) -> snapshot ? List.of() : traded(trades);
            case PushFrame.Orders(var _, var changes) -> {
                if (snapshot) {
                    orders.replace(changes);
                    ordersAsOf = push.stamp().seq();
                } else {
                    orders.change(changes);
                }
                yield List.of();
            }
            case PushFrame.Fills(var stamp, var fills) -> snapshot ? List.of() : filled(fills, stamp.seq());
            case PushFrame.Wallet(var _, var assets) -> walletChanged(assets);
            case PushFrame.Standings _ -> List.of();
            case PushFrame.Game(var _, var state, var _) -> gameChanged(state, snapshot, nowMillis);
        };
    }

    View view(String player, long nowMillis) {
        List<Market> markets = new ArrayList<>();
        for (InstrumentRecord one : instruments) {
            Depth book = books.computeIfAbsent(one.symbol(), _ -> new Depth());
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

    private List<Update> booksChanged(Map<String, BookRecord> changed, boolean snapshot) {
        changed.forEach((symbol, book) -> {
            Depth depth = books.computeIfAbsent(symbol, _ -> new Depth());
            if (snapshot) {
                depth.replace(book);
            } else {
                depth.change(book);
            }
        });
        return moved(changed.keySet());
    }

    private static List<Update> moved(Set<String> symbols) {
        return symbols.stream().<Update>map(Update.Moved::new).toList();
    }

    private static List<Update> traded(List<TradeRecord> trades) {
        return trades.stream()
                .<Update>map(t -> new Update.Traded(t.symbol(), t.price(), t.size(), side(t.taker())))
                .toList();
    }

    private List<Update> filled(List<FillRecord> fills, long sequence) {
        List<Update> updates = new ArrayList<>();
        for (FillRecord fill : fills) {
            Side side = side(fill.extras().side());
            String order = side == Side.BUY ? fill.buyId() : fill.sellId();
            String symbol = fill.extras().symbol();
            if (sequence > ordersAsOf) {
                orders.filled(order, fill.filledSize());
            }
            updates.add(new Update.Filled(
                    order,
                    symbol == null ? instruments.getFirst().symbol() : symbol,
                    side,
                    fill.price(),
                    fill.filledSize()));
        }
        return updates;
    }

    private List<Update> walletChanged(Map<String, AssetRecord> assets) {
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

    private static Side side(@Nullable String word) {
        return "sell".equals(word) ? Side.SELL : Side.BUY;
    }
}
