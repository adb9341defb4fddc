package io.botpit.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a client receives unasked, after {@code subscribe}: at most one frame per command of the game and channel. */
public sealed interface PushFrame extends ServerFrame {
    PushStamp stamp();

    PushType type();

    Json toJson();

    /**
     * Books.
     *
     * @param books by symbol; in a delta the changed levels with their new size, 0 for a level that is gone
     */
    record Books(PushStamp stamp, Map<String, BookRecord> books) implements PushFrame {
        public Books {
            books = Collections.unmodifiableMap(new LinkedHashMap<>(books));
        }

        @Override
        public PushType type() {
            return PushType.BOOK;
        }

        @Override
        public Json toJson() {
            Json.Members members = Json.object();
            books.forEach((symbol, book) -> members.put(symbol, book.toJson()));
            return stamp.frame(type()).put("books", members.build()).build();
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

        @Override
        public PushType type() {
            return PushType.TRADES;
        }

        @Override
        public Json toJson() {
            return withList(this, "trades", trades, TradeRecord::toJson);
        }
    }

    record Orders(PushStamp stamp, List<OrderChange> orders) implements PushFrame {
        public Orders {
            orders = List.copyOf(orders);
        }

        @Override
        public PushType type() {
            return PushType.ORDERS;
        }

        @Override
        public Json toJson() {
            return withList(this, "orders", orders, OrderChange::toJson);
        }
    }

    record Fills(PushStamp stamp, List<FillRecord> fills) implements PushFrame {
        public Fills {
            fills = List.copyOf(fills);
        }

        @Override
        public PushType type() {
            return PushType.FILLS;
        }

        @Override
        public Json toJson() {
            return withList(this, "fills", fills, FillRecord::toJson);
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

        @Override
        public PushType type() {
            return PushType.WALLET;
        }

        @Override
        public Json toJson() {
            return stamp.frame(type())
                    .put("assets", WalletRecord.assetsJson(assets))
                    .build();
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

        @Override
        public PushType type() {
            return PushType.STANDINGS;
        }

        @Override
        public Json toJson() {
            return withList(this, "standings", rows, StandingRecord::toJson);
        }
    }

    record Game(PushStamp stamp, GameState state, List<NewsRecord> news) implements PushFrame {
        public Game {
            news = List.copyOf(news);
        }

        @Override
        public PushType type() {
            return PushType.GAME;
        }

        @Override
        public Json toJson() {
            Json.Members members = stamp.frame(type());
            state.into(members);
            return members.put(
                            "news",
                            Json.array(news.stream().map(NewsRecord::toJson).toList()))
                    .build();
        }
    }

    private static <T> Json withList(PushFrame frame, String name, List<T> items, Function<T, Json> item) {
        return frame.stamp()
                .frame(frame.type())
                .put(name, Json.array(items.stream().map(item).toList()))
                .build();
    }

    static PushFrame from(Fields fields) {
        PushStamp stamp = PushStamp.from(fields);
        PushType type = PushType.of(fields.text("type")).orElseThrow(() -> new Fields.WrongShape("unknown type"));
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
}
