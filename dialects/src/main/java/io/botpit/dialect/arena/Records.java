package io.botpit.dialect.arena;

import io.botpit.dialect.GameSummary;
import io.botpit.dialect.Viewer;
import io.botpit.game.Appraisal;
import io.botpit.game.BookView;
import io.botpit.game.Fill;
import io.botpit.game.GameTime;
import io.botpit.game.Holding;
import io.botpit.game.Level;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderStatus;
import io.botpit.game.OrderView;
import io.botpit.game.Side;
import io.botpit.game.Standing;
import io.botpit.game.TimeInForce;
import io.botpit.game.Trade;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.protocol.AssetRecord;
import io.botpit.protocol.BookRecord;
import io.botpit.protocol.Decimals;
import io.botpit.protocol.FillRecord;
import io.botpit.protocol.GameRecord;
import io.botpit.protocol.InstrumentRecord;
import io.botpit.protocol.Json;
import io.botpit.protocol.LevelRecord;
import io.botpit.protocol.LimitsRecord;
import io.botpit.protocol.OrderRecord;
import io.botpit.protocol.StandingRecord;
import io.botpit.protocol.TradeRecord;
import io.botpit.protocol.WalletRecord;
import io.botpit.protocol.Word;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The game's values as records of the wire. Replies and feed leave out what cxgame does not know wherever it says
 * nothing new ({@code full} is false); pushes always say all.
 */
record Records(Viewer viewer) {
    OrderRecord order(OrderView order, boolean full) {
        return new OrderRecord(
                Scales.seconds(order.placedAt()),
                ids().order(order.id()),
                sideWord(order),
                statusWord(order.progress().status()),
                viewer.names().apply(order.owner()),
                numbers(order),
                extras(order, full));
    }

    /** {@code buy}, {@code sell}, {@code buy_market} or {@code sell_market}. */
    static String sideWord(OrderView order) {
        boolean buy = order.terms().side() == Side.BUY;
        return switch (order.terms().kind()) {
            case OrderKind.Limit _ -> buy ? OrderRecord.BUY : OrderRecord.SELL;
            case OrderKind.MarketBySize _, OrderKind.MarketByBudget _ ->
                buy ? OrderRecord.BUY_MARKET : OrderRecord.SELL_MARKET;
        };
    }

    FillRecord fill(Fill fill, boolean full) {
        Instrument instrument = instrument(fill.symbol());
        boolean feeless = fill.fee().amount().units() == 0;
        return new FillRecord(
                ids().fill(fill.trade(), fill.side()),
                Scales.size(Scales.of(fill.size(), instrument)),
                Scales.of(fill.price(), instrument),
                ids().order(fill.buyOrder()),
                ids().order(fill.sellOrder()),
                new FillRecord.Extras(
                        symbol(fill.symbol(), full),
                        Word.of(fill.side()),
                        feeless
                                ? null
                                : Scales.exact(fill.fee().amount(), fill.fee().asset()),
                        feeless ? null : fill.fee().asset().code(),
                        roleWord(fill)));
    }

    TradeRecord trade(Trade trade, GameTime at) {
        Instrument instrument = instrument(trade.symbol());
        return new TradeRecord(
                Scales.seconds(at),
                trade.symbol().text(),
                Scales.of(trade.price(), instrument),
                Scales.exact(trade.size(), instrument),
                Word.of(trade.takerSide()),
                ids().order(trade.buyOrder()),
                ids().order(trade.sellOrder()));
    }

    WalletRecord wallet(List<Holding> holdings) {
        Instrument first = viewer.rules().firstInstrument();
        return new WalletRecord(
                Scales.money(free(holdings, first.quote())),
                Decimals.shortestWithPoint(Scales.size(free(holdings, first.base()))),
                assets(holdings));
    }

    Map<String, AssetRecord> assets(List<Holding> holdings) {
        Map<String, AssetRecord> assets = new LinkedHashMap<>();
        for (Holding holding : holdings) {
            assets.put(holding.asset().code(), asset(holding.asset(), holding.free(), holding.held()));
        }
        return assets;
    }

    AssetRecord asset(Asset asset, Amount free, Amount held) {
        return new AssetRecord(Scales.exact(free, asset), Scales.exact(held, asset));
    }

    BookRecord book(BookView view) {
        return new BookRecord(
                view.bids().stream().map(level -> level(view.symbol(), level)).toList(),
                view.asks().stream().map(level -> level(view.symbol(), level)).toList());
    }

    LevelRecord level(Symbol symbol, Level level) {
        Instrument instrument = instrument(symbol);
        return new LevelRecord(Scales.of(level.price(), instrument), Scales.exact(level.size(), instrument));
    }

    List<StandingRecord> standings(List<Standing> table) {
        return table.stream().map(this::standing).toList();
    }

    /** When a closing game may end. */
    Json range(GameTime from, GameTime by) {
        return Json.object()
                .put("ends_from", new Json.NumberValue(Scales.seconds(from).toPlainString()))
                .put("ends_by", new Json.NumberValue(Scales.seconds(by).toPlainString()))
                .build();
    }

    /** What coins count as for a player, by symbol. */
    Json appraisals(List<Appraisal> appraisals) {
        Json.Members bySymbol = Json.object();
        for (Appraisal appraisal : appraisals) {
            Instrument instrument = instrument(appraisal.symbol());
            bySymbol.put(
                    appraisal.symbol().text(),
                    Json.object()
                            .put("mark", Scales.of(appraisal.mark(), instrument))
                            .put("haircut", Scales.exact(appraisal.haircut(), instrument.quote()))
                            .build());
        }
        return bySymbol.build();
    }

    GameRecord game(GameSummary game) {
        return new GameRecord(
                game.id().text(),
                game.title(),
                Word.of(game.phase()),
                game.players(),
                game.isDefault(),
                new GameRecord.Clock(
                        seconds(game.clock().startedAt()),
                        seconds(game.clock().endsAt()),
                        game.clock().leftMillis()),
                game.seedCommitment());
    }

    InstrumentRecord instrument(Instrument instrument) {
        return new InstrumentRecord(
                instrument.symbol().text(),
                instrument.priceDecimals(),
                instrument.sizeDecimals(),
                new InstrumentRecord.Bounds(
                        Scales.of(instrument.bounds().priceMin(), instrument),
                        Scales.of(instrument.bounds().priceMax(), instrument),
                        Scales.exact(instrument.bounds().sizeMin(), instrument),
                        Scales.exact(instrument.bounds().sizeMax(), instrument),
                        Scales.exact(instrument.bounds().budgetMin(), instrument.quote()),
                        most(instrument.bounds().positionMax(), instrument.base())));
    }

    LimitsRecord limits(GameRules rules) {
        return new LimitsRecord(
                rules.limits().ordersOpenMax(),
                most(rules.limits().notionalOpenMax(), rules.firstInstrument().quote()));
    }

    /** Null where there is no limit. */
    private static @Nullable BigDecimal most(Amount limit, Asset asset) {
        return limit.equals(Amount.MOST) ? null : Scales.exact(limit, asset);
    }

    WireIds ids() {
        return new WireIds(viewer.game());
    }

    /** The instrument of that name; the first where the rules do not have it. */
    Instrument instrument(Symbol symbol) {
        return viewer.rules().instrument(symbol).orElse(viewer.rules().firstInstrument());
    }

    /** The symbol, or null where it goes without saying. */
    @Nullable
    String symbol(Symbol symbol, boolean full) {
        return full || !symbol.equals(viewer.rules().firstInstrument().symbol()) ? symbol.text() : null;
    }

    static @Nullable BigDecimal seconds(@Nullable GameTime time) {
        return time == null ? null : Scales.seconds(time);
    }

    private OrderRecord.Numbers numbers(OrderView order) {
        Instrument instrument = instrument(order.terms().symbol());
        BigDecimal filled = order.progress().filled().lots() == 0
                ? Scales.NOTHING
                : Scales.size(Scales.of(order.progress().filled(), instrument));
        BigDecimal mark = Scales.of(order.markAtPlacement(), instrument);
        return switch (order.terms().kind()) {
            case OrderKind.Limit(var price, var size, var _) -> {
                BigDecimal limit = Scales.of(price, instrument);
                BigDecimal total = Scales.of(size, instrument);
                BigDecimal used = order.terms().side() == Side.BUY ? Scales.money(limit.multiply(total)) : null;
                yield new OrderRecord.Numbers(left(order, Scales.size(total)), false, used, limit, filled);
            }
            case OrderKind.MarketBySize(var size) ->
                new OrderRecord.Numbers(
                        left(order, Scales.size(Scales.of(size, instrument))),
                        order.terms().side() == Side.SELL,
                        null,
                        mark,
                        filled);
            case OrderKind.MarketByBudget(var budget) ->
                new OrderRecord.Numbers(budgetLeft(order, budget, instrument.quote()), true, null, mark, filled);
        };
    }

    /** The size that has not traded. */
    private BigDecimal left(OrderView order, BigDecimal total) {
        return order.progress().status() == OrderStatus.FILLED
                ? Scales.NOTHING
                : total.subtract(Scales.of(
                        order.progress().filled(), instrument(order.terms().symbol())));
    }

    private static BigDecimal budgetLeft(OrderView order, Amount budget, Asset quote) {
        return order.progress().status() == OrderStatus.FILLED
                ? Scales.NOTHING
                : Scales.money(Scales.of(budget, quote)
                        .subtract(Scales.of(order.progress().traded(), quote)));
    }

    private OrderRecord.Extras extras(OrderView order, boolean full) {
        return new OrderRecord.Extras(
                symbol(order.terms().symbol(), full),
                order.terms().clientId() == null
                        ? null
                        : order.terms().clientId().text(),
                order.terms().kind() instanceof OrderKind.Limit(var _, var _, var tif) ? tifWord(tif) : null);
    }

    /** Null where it is cxgame's only one. */
    private static @Nullable String tifWord(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case GOOD_TILL_CANCELLED -> null;
            case IMMEDIATE_OR_CANCEL -> "ioc";
            case FILL_OR_KILL -> "fok";
            case POST_ONLY -> "post_only";
        };
    }

    private static String statusWord(OrderStatus status) {
        return switch (status) {
            case OPEN -> "open";
            case FILLED -> "filled";
            case CANCELLED -> "cancel";
        };
    }

    private static String roleWord(Fill fill) {
        return fill.fee().maker() ? "maker" : "taker";
    }

    private static BigDecimal free(List<Holding> holdings, Asset asset) {
        return holdings.stream()
                .filter(holding -> holding.asset().equals(asset))
                .map(holding -> Scales.of(holding.free(), asset))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private StandingRecord standing(Standing row) {
        Asset quote = viewer.rules().firstInstrument().quote();
        return new StandingRecord(
                row.place(),
                row.name(),
                Scales.money(Scales.of(row.equity(), quote)),
                Scales.money(Scales.of(row.score(), quote)),
                assets(row.holdings()));
    }
}
