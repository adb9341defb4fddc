package io.botpit.game.market;

import io.botpit.game.Intent.PlaceOrder;
import io.botpit.game.OrderKind;
import io.botpit.game.Reason;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.TimeInForce;
import io.botpit.game.book.OrderBook;
import io.botpit.game.book.OrderBook.Reaching;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Bounds;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Limits;
import org.jspecify.annotations.Nullable;

/** Decides whether an order may enter a market. The order of the checks is the order of {@link Reason}. */
final class Admission {
    private static final int PERCENT = 100;

    private final Pair pair;
    private final Instrument instrument;
    private final GameRules rules;
    private final OrderBook book;
    private final long granted;
    private long positionMax;
    private boolean calm;

    Admission(Pair pair, GameRules rules, OrderBook book) {
        this.pair = pair;
        this.instrument = pair.instrument();
        this.rules = rules;
        this.book = book;
        granted = rules.grants().stream()
                .filter(grant -> grant.asset().equals(instrument.base()))
                .mapToLong(grant -> grant.amount().units())
                .sum();
        positionMax = instrument.bounds().positionMax().units();
    }

    void calmDown() {
        calm = true;
    }

    void stepDown() {
        int percent = rules.schedule().closing().positionPercent();
        positionMax = positionMax / PERCENT * percent + positionMax % PERCENT * percent / PERCENT;
    }

    /** Whether what is owned and what open buys could bring is together above the limit. */
    boolean couldPassLimit(Trader trader) {
        return ownedAndBought(trader, 0) > positionMax;
    }

    /** Units of the base asset above the starting wallet, negative below. */
    long position(Trader trader) {
        return trader.wallet().total(pair.base()) - granted;
    }

    /** The first check that fails, or null. Changes nothing. */
    @Nullable
    Refusal check(Trader trader, PlaceOrder order, Mark mark) {
        return switch (order.kind()) {
            case OrderKind.Limit limit -> checkLimit(trader, order, limit, mark);
            case OrderKind.MarketBySize bySize -> {
                Refusal refusal = checkSize(bySize.size());
                yield refusal == null ? checkMarket(trader, order, mark) : refusal;
            }
            case OrderKind.MarketByBudget byBudget -> {
                Refusal refusal = checkBudget(byBudget.budget());
                yield refusal == null ? checkMarket(trader, order, mark) : refusal;
            }
        };
    }

    /** What an admitted order must hold, in units of its {@link Pair#held}. */
    long hold(Trader trader, PlaceOrder order, Mark mark) {
        return switch (order.kind()) {
            case OrderKind.Limit limit ->
                order.side() == Side.BUY
                        ? pair.quoteUnits(limit.price().ticks(), limit.size().lots())
                        : pair.baseUnits(limit.size().lots());
            case OrderKind.MarketBySize bySize ->
                order.side() == Side.BUY
                        ? costOf(trader, bySize.size(), mark)
                        : pair.baseUnits(bySize.size().lots());
            case OrderKind.MarketByBudget byBudget -> byBudget.budget().units();
        };
    }

    private @Nullable Refusal checkLimit(Trader trader, PlaceOrder order, OrderKind.Limit limit, Mark mark) {
        Refusal refusal = checkSize(limit.size());
        refusal = refusal == null ? checkPrice(limit.price()) : refusal;
        refusal = refusal == null ? checkNotional(limit) : refusal;
        refusal = refusal == null ? checkQuote(order.side(), limit.price(), mark) : refusal;
        refusal = refusal == null ? checkTimeInForce(trader, order, limit) : refusal;
        refusal = refusal == null ? checkLimits(trader, order, limit.size().lots()) : refusal;
        return refusal == null ? checkFunds(trader, order, mark) : refusal;
    }

    private @Nullable Refusal checkMarket(Trader trader, PlaceOrder order, Mark mark) {
        long worst = mark.worst(order.side());
        Refusal refusal = checkLimits(trader, order, marketLots(order));
        refusal = refusal == null ? checkFunds(trader, order, mark) : refusal;
        if (refusal == null && !book.crosses(order.side(), worst)) {
            return new Refusal(
                    Reason.NO_LIQUIDITY,
                    "no " + (order.side() == Side.BUY ? "sell" : "buy") + " orders to trade with in "
                            + instrument.symbol() + ": place a limit order or wait");
        }
        return refusal;
    }

    private @Nullable Refusal checkSize(Quantity size) {
        Bounds bounds = instrument.bounds();
        if (size.compareTo(bounds.sizeMin()) < 0) {
            return new Refusal(Reason.SIZE_TOO_SMALL, "size must be at least " + instrument.text(bounds.sizeMin()));
        }
        if (size.compareTo(bounds.sizeMax()) > 0) {
            return new Refusal(Reason.SIZE_TOO_LARGE, "size must be at most " + instrument.text(bounds.sizeMax()));
        }
        return null;
    }

    private @Nullable Refusal checkBudget(Amount budget) {
        Amount least = instrument.bounds().budgetMin();
        if (budget.compareTo(least) < 0) {
            return new Refusal(
                    Reason.BUDGET_TOO_SMALL,
                    "amount must be at least " + instrument.quote().text(least));
        }
        return null;
    }

    @Nullable
    Refusal checkPrice(Price price) {
        Bounds bounds = instrument.bounds();
        if (price.compareTo(bounds.priceMin()) < 0) {
            return new Refusal(Reason.PRICE_TOO_LOW, "price must be at least " + instrument.text(bounds.priceMin()));
        }
        if (price.compareTo(bounds.priceMax()) > 0) {
            return new Refusal(Reason.PRICE_TOO_HIGH, "price must be at most " + instrument.text(bounds.priceMax()));
        }
        return null;
    }

    private @Nullable Refusal checkNotional(OrderKind.Limit limit) {
        Bounds bounds = instrument.bounds();
        if (!instrument.fits(limit.price(), limit.size())) {
            return new Refusal(Reason.NOTIONAL_TOO_LARGE, "price times size is too large: make the size smaller");
        }
        if (instrument.notional(limit.price(), limit.size()).compareTo(bounds.notionalMin()) < 0) {
            return new Refusal(
                    Reason.NOTIONAL_TOO_SMALL,
                    "price times size must be at least " + instrument.quote().text(bounds.notionalMin()));
        }
        return null;
    }

    private @Nullable Refusal checkQuote(Side side, Price price, Mark mark) {
        if (rules.trading().quotesBehindMark()) {
            boolean below = price.compareTo(mark.price()) < 0;
            if (side == Side.BUY && !below) {
                return new Refusal(
                        Reason.BUY_NOT_BELOW_MARK,
                        "a limit buy must be below the market price " + instrument.text(mark.price()));
            }
            if (side == Side.SELL && below) {
                return new Refusal(
                        Reason.SELL_BELOW_MARK,
                        "a limit sell must be at or above the market price " + instrument.text(mark.price()));
            }
        }
        if (!mark.collarHolds(price)) {
            return new Refusal(
                    Reason.PRICE_OUTSIDE_COLLAR,
                    "price must be within " + rules.trading().collarPermille() + " per mille of "
                            + instrument.text(mark.price()));
        }
        return null;
    }

    private @Nullable Refusal checkTimeInForce(Trader trader, PlaceOrder order, OrderKind.Limit limit) {
        long worst = limit.price().ticks();
        if (limit.timeInForce() == TimeInForce.POST_ONLY && book.crosses(order.side(), worst)) {
            return new Refusal(Reason.POST_ONLY_WOULD_TRADE, "a post-only order must not cross: move the price away");
        }
        if (limit.timeInForce() == TimeInForce.FILL_OR_KILL) {
            boolean stopAtOwn = order.selfTradePrevention() != SelfTradePrevention.CANCEL_MAKER;
            long wanted = limit.size().lots();
            Reaching reaching = new Reaching(trader.group(), order.side(), worst, wanted);
            if (book.reach(reaching, stopAtOwn).lots() < wanted) {
                return new Refusal(
                        Reason.FILL_OR_KILL_WOULD_NOT_FILL,
                        "not enough to trade with at this price: make it smaller or use ioc");
            }
        }
        return null;
    }

    private @Nullable Refusal checkLimits(Trader trader, PlaceOrder order, long lots) {
        Limits limits = rules.limits();
        if (calm && !isPassive(order) && pair.baseUnits(lots) > reducible(trader, order.side())) {
            return new Refusal(
                    Reason.CALM_CLOSE,
                    "the game is about to end: an order must not trade at once or must reduce your position of "
                            + instrument.base().code() + " towards the starting wallet");
        }
        if (order.kind().mayRest() && trader.openCount() >= limits.ordersOpenMax()) {
            return new Refusal(
                    Reason.OPEN_ORDERS_LIMIT, "at most " + limits.ordersOpenMax() + " open orders: cancel some first");
        }
        if (order.clientId() != null && trader.clientIds() >= limits.clientOrderIdsMax()) {
            return new Refusal(
                    Reason.CLIENT_ORDER_IDS_LIMIT,
                    "at most " + limits.clientOrderIdsMax() + " client order ids in a game");
        }
        if (order.side() == Side.BUY && ownedAndBought(trader, lots) > positionMax) {
            return new Refusal(
                    Reason.POSITION_LIMIT,
                    "owned and open buys together may be at most "
                            + instrument.base().text(new Amount(positionMax)));
        }
        if (order.kind() instanceof OrderKind.Limit limit
                && limit.mayRest()
                && openNotional(trader, limit) > limits.notionalOpenMax().units()) {
            return new Refusal(
                    Reason.OPEN_NOTIONAL_LIMIT,
                    "open orders together may be worth at most "
                            + instrument.quote().text(limits.notionalOpenMax()));
        }
        return null;
    }

    private @Nullable Refusal checkFunds(Trader trader, PlaceOrder order, Mark mark) {
        int asset = pair.held(order.side());
        long free = trader.wallet().free(asset);
        long needed = hold(trader, order, mark);
        if (free < needed) {
            Asset held = order.side() == Side.BUY ? instrument.quote() : instrument.base();
            return new Refusal(
                    Reason.INSUFFICIENT_FUNDS,
                    "free " + held.code() + " is " + text(held, free) + ", needed is " + text(held, needed)
                            + ": make it smaller or cancel other orders");
        }
        return null;
    }

    private static String text(Asset asset, long units) {
        return asset.text(new Amount(Math.min(units, Amount.UNITS_MAX - 1)));
    }

    /** Whether it waits for others, be it marked as post-only or not. */
    private boolean isPassive(PlaceOrder order) {
        return order.kind() instanceof OrderKind.Limit limit
                && !book.crosses(order.side(), limit.price().ticks());
    }

    /** By how many units orders of a side can still reduce a position, with those that are open already. */
    private long reducible(Trader trader, Side side) {
        long position = position(trader);
        return side == Side.SELL
                ? position - trader.wallet().held(pair.base())
                : -position - trader.exposure().openBuys(pair.base());
    }

    private long ownedAndBought(Trader trader, long lots) {
        long owned = trader.wallet().total(pair.base());
        long withOpen = capped(owned, trader.exposure().openBuys(pair.base()));
        return capped(withOpen, pair.baseUnits(lots));
    }

    private long openNotional(Trader trader, OrderKind.Limit limit) {
        return capped(
                trader.exposure().notional(),
                pair.quoteUnits(limit.price().ticks(), limit.size().lots()));
    }

    /** The lots a market order asks for; of a budget, what it buys at the best price. */
    private long marketLots(PlaceOrder order) {
        long best = book.best(Side.SELL);
        return switch (order.kind()) {
            case OrderKind.Limit limit -> limit.size().lots();
            case OrderKind.MarketBySize bySize -> bySize.size().lots();
            case OrderKind.MarketByBudget byBudget ->
                best == 0 ? 0 : byBudget.budget().units() / pair.unitsPerTickLot() / best;
        };
    }

    private long costOf(Trader trader, Quantity size, Mark mark) {
        Reaching reaching = new Reaching(trader.group(), Side.BUY, mark.worst(Side.BUY), size.lots());
        long tickLots = book.reach(reaching, false).tickLots();
        return tickLots >= Amount.UNITS_MAX / pair.unitsPerTickLot()
                ? Amount.UNITS_MAX
                : tickLots * pair.unitsPerTickLot();
    }

    /** Adds without passing {@link Amount#UNITS_MAX}: above any limit is above any limit. */
    private static long capped(long a, long b) {
        return a >= Amount.UNITS_MAX - b ? Amount.UNITS_MAX : a + b;
    }
}
