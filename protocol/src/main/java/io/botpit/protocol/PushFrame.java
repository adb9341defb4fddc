package io.botpit.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a client receives unasked, after {@code subscribe}: at most one frame per command of the game and channel. */
public sealed interface PushFrame extends ServerFrame {
    PushStamp stamp();

    /** The channel it belongs to. */
    default PushType type() {
        return switch (this) {
            case Books _ -> PushType.BOOK;
            case Trades _ -> PushType.TRADES;
            case Orders _ -> PushType.ORDERS;
            case Fills _ -> PushType.FILLS;
            case Wallet _ -> PushType.WALLET;
            case Standings _ -> PushType.STANDINGS;
            case Game _ -> PushType.GAME;
        };
    }

    default Json toJson() {
        Json.Members frame = stamp().frame(type());
        switch (this) {
            case Books(var _, var books) -> {
                Json.Members bySymbol = Json.object();
                books.forEach((symbol, book) -> bySymbol.put(symbol, book.toJson()));
                frame.put("books", bySymbol.build());
            }
            case Trades(var _, var trades) -> frame.put("trades", array(trades, TradeRecord::toJson));
            case Orders(var _, var orders) -> frame.put("orders", array(orders, OrderChange::toJson));
            case Fills(var _, var fills) -> frame.put("fills", array(fills, FillRecord::toJson));
            case Wallet(var _, var assets) -> frame.put("assets", WalletRecord.assetsJson(assets));
            case Standings(var _, var rows) -> frame.put("standings", array(rows, StandingRecord::toJson));
            case Game(var _, var state, var news) -> {
                state.into(frame);
                frame.put("news", array(news, NewsRecord::toJson));
            }
        }
        return frame.build();
    }

    /**
     * Books.
     *
     * @param books by symbol; in a delta the changed levels with their new size, 0 for a level that is gone
     */
    record Books(PushStamp stamp, Map<String, BookRecord> books) implements PushFrame {
        public Books {
            books = Collections.unmodifiableMap(new LinkedHashMap<>(books));
        }
    }

    /**
     * Trades.
     *
     * @param trades in the order of execution; none in a snapshot
     */
    record Trades(PushStamp stamp, List<TradeRecord> trades) implements PushFrame {
        public Trades {
            trades = List.copyOf(trades);
        }
    }

    record Orders(PushStamp stamp, List<OrderChange> orders) implements PushFrame {
        public Orders {
            orders = List.copyOf(orders);
        }
    }

    record Fills(PushStamp stamp, List<FillRecord> fills) implements PushFrame {
        public Fills {
            fills = List.copyOf(fills);
        }
    }

    /**
     * Balances.
     *
     * @param assets by code; in a delta those that changed
     */
    record Wallet(PushStamp stamp, Map<String, AssetRecord> assets) implements PushFrame {
        public Wallet {
            assets = Collections.unmodifiableMap(new LinkedHashMap<>(assets));
        }
    }

    /**
     * Standings.
     *
     * @param rows the whole table, best first
     */
    record Standings(PushStamp stamp, List<StandingRecord> rows) implements PushFrame {
        public Standings {
            rows = List.copyOf(rows);
        }
    }

    record Game(PushStamp stamp, GameState state, List<NewsRecord> news) implements PushFrame {
        public Game {
            news = List.copyOf(news);
        }
    }

    static PushFrame from(Fields fields) {
        PushStamp stamp = PushStamp.from(fields);
        PushType type = PushType.of(fields.text("type")).orElseThrow(() -> new WrongShape("unknown type"));
        return switch (type) {
            case BOOK -> new Books(stamp, fields.map("books", BookRecord::from));
            case TRADES -> new Trades(stamp, fields.list("trades", TradeRecord::from));
            case ORDERS -> new Orders(stamp, fields.list("orders", OrderChange::from));
            case FILLS -> new Fills(stamp, fields.list("fills", FillRecord::from));
            case WALLET -> new Wallet(stamp, fields.map("assets", AssetRecord::from));
            case STANDINGS -> new Standings(stamp, fields.list("standings", StandingRecord::from));
            case GAME -> new Game(stamp, GameState.from(fields), fields.list("news", NewsRecord::from));
        };
    }

    private static <T> Json array(List<T> items, Function<T, Json> json) {
        return Json.array(items.stream().map(json).toList());
    }
}
