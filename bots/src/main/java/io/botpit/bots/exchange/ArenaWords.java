package io.botpit.bots.exchange;

import io.botpit.bots.Balance;
import io.botpit.bots.Market.Level;
import io.botpit.bots.Side;
import io.botpit.bots.exchange.ExchangeEvent.Fill;
import io.botpit.bots.exchange.ExchangeEvent.Standings;
import io.botpit.bots.exchange.ExchangeEvent.Trade;
import io.botpit.bots.exchange.ExchangeEvent.Transaction;
import io.botpit.protocol.AssetRecord;
import io.botpit.protocol.BookRecord;
import io.botpit.protocol.FillRecord;
import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.Json;
import io.botpit.protocol.LevelRecord;
import io.botpit.protocol.OrderRecord;
import io.botpit.protocol.RequestFrame;
import io.botpit.protocol.StandingRecord;
import io.botpit.protocol.TradeRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arena protocol in the words of {@link ExchangeClient}, for one game. Immutable. */
record ArenaWords(List<Instrument> instruments) {
    ArenaWords {
        instruments = List.copyOf(instruments);
    }

    static ArenaWords of(Json hello) {
        return of(HelloRecord.from(hello));
    }

    static ArenaWords of(HelloRecord hello) {
        return new ArenaWords(hello.instruments().stream()
                .map(one -> new Instrument(one.symbol(), one.priceDecimals(), one.sizeDecimals()))
                .toList());
    }

    static Book book(String symbol, BookRecord book) {
        return new Book(symbol, levels(book.bids()), levels(book.asks()));
    }

    static Trade trade(TradeRecord trade) {
        return new Trade(
                trade.symbol(), trade.price(), trade.size(), Side.of(trade.taker()), moment(trade.timestamp()));
    }

    Order order(OrderRecord order) {
        OrderRecord.Numbers numbers = order.numbers();
        return new Order(
                order.id(),
                order.extras().clientOrderId(),
                symbol(order.extras().symbol()),
                order.isBuy() ? Side.BUY : Side.SELL,
                order.isMarket() ? null : numbers.price(),
                numbers.left().add(numbers.filled()),
                numbers.filled(),
                switch (order.status()) {
                    case "filled" -> Order.Status.FILLED;
                    case "cancel" -> Order.Status.CANCELLED;
                    default -> Order.Status.OPEN;
                },
                moment(order.timestamp()));
    }

    Fill fill(FillRecord fill) {
        Side side = Side.of(fill.extras().side());
        BigDecimal fee = fill.extras().fee();
        return new Fill(
                fill.fillId(),
                side == Side.BUY ? fill.buyId() : fill.sellId(),
                symbol(fill.extras().symbol()),
                side,
                fill.price(),
                fill.filledSize(),
                "maker".equals(fill.extras().role()),
                fee == null ? BigDecimal.ZERO : fee);
    }

    /** What a fill booked: base and quote change hands, and the fee leaves what was received. */
    List<Transaction> transactions(Fill fill, @Nullable Instant at) {
        Instrument traded = instruments.stream()
                .filter(one -> one.symbol().equals(fill.symbol()))
                .findFirst()
                .orElseThrow();
        boolean buys = fill.side() == Side.BUY;
        BigDecimal paid = fill.price().multiply(fill.size());
        BigDecimal base = buys ? fill.size() : fill.size().negate();
        BigDecimal quote = buys ? paid.negate() : paid;
        List<Transaction> booked = new ArrayList<>(List.of(
                new Transaction(Transaction.Kind.TRADE, traded.base(), base, fill.id(), at),
                new Transaction(Transaction.Kind.TRADE, traded.quote(), quote, fill.id(), at)));
        if (fill.fee().signum() != 0) {
            String asset = buys ? traded.base() : traded.quote();
            booked.add(new Transaction(Transaction.Kind.FEE, asset, fill.fee().negate(), fill.id(), at));
        }
        return booked;
    }

    static Map<String, Balance> balances(Map<String, AssetRecord> assets) {
        Map<String, Balance> balances = new LinkedHashMap<>();
        assets.forEach((code, asset) -> balances.put(code, new Balance(asset.free(), asset.held())));
        return balances;
    }

    static List<Standings.Row> rows(List<StandingRecord> rows) {
        return rows.stream()
                .map(row -> new Standings.Row(row.place(), row.name(), row.equity(), row.score()))
                .toList();
    }

    static Instant moment(BigDecimal seconds) {
        return Instant.EPOCH.plusNanos(seconds.movePointRight(9).longValue());
    }

    /** What cannot be meant, such as a market order that is to rest, is for the server to refuse: it names the field. */
    static RequestFrame request(OrderRequest order) {
        boolean buys = order.side() == Side.BUY;
        BigDecimal price = order.price();
        RequestFrame frame;
        OrderRequest.TimeInForce meant;
        if (price == null) {
            frame = buys ? RequestFrame.buyMarketBySize(order.size()) : RequestFrame.sellMarket(order.size());
            meant = OrderRequest.TimeInForce.IMMEDIATE_OR_CANCEL;
        } else {
            frame = buys ? RequestFrame.buy(price, order.size()) : RequestFrame.sell(price, order.size());
            meant = OrderRequest.TimeInForce.GOOD_TILL_CANCELLED;
        }
        frame = frame.withSymbol(order.symbol());
        if (order.timeInForce() != meant) {
            frame = frame.withTimeInForce(word(order.timeInForce()));
        }
        String id = order.clientOrderId();
        if (id != null) {
            frame = frame.withClientOrderId(id);
        }
        return order.postOnly() ? frame.postOnly() : frame;
    }

    private static String word(OrderRequest.TimeInForce timeInForce) {
        return switch (timeInForce) {
            case GOOD_TILL_CANCELLED -> "gtc";
            case IMMEDIATE_OR_CANCEL -> "ioc";
            case FILL_OR_KILL -> "fok";
        };
    }

    private String symbol(@Nullable String told) {
        return told == null ? instruments.getFirst().symbol() : told;
    }

    private static List<Level> levels(List<LevelRecord> levels) {
        return levels.stream()
                .map(level -> new Level(level.price(), level.size()))
                .toList();
    }
}
