package io.botpit.simulation.audit;

import io.botpit.game.GamePhase;
import io.botpit.game.OrderKind;
import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Bounds;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Quantity;
import io.botpit.simulation.audit.NaiveOrder.Wish;
import java.math.BigInteger;
import java.util.Optional;

/** Checks 3 to 10 of the rules, from top to bottom; the first that fails is the answer. */
final class NaiveChecks {
    private static final BigInteger UNITS_MAX = BigInteger.valueOf(Amount.UNITS_MAX);

    private final NaiveState state;

    NaiveChecks(NaiveState state) {
        this.state = state;
    }

    static Optional<Reason> phase(GamePhase phase) {
        return switch (phase) {
            case LOBBY -> Optional.of(Reason.GAME_WAITING);
            case PAUSED -> Optional.of(Reason.GAME_PAUSED);
            case RUNNING -> Optional.empty();
            case SETTLING, ENDED, VOID -> Optional.of(Reason.GAME_NOT_RUNNING);
        };
    }

    /** Checks 5 to 10 of an order whose symbol is known. */
    Optional<Reason> order(Wish wish) {
        return bounds(wish)
                .or(() -> pricing(wish))
                .or(() -> timeInForce(wish))
                .or(() -> limits(wish))
                .or(() -> funds(wish))
                .or(() -> liquidity(wish));
    }

    private Optional<Reason> bounds(Wish wish) {
        Bounds bounds = wish.instrument().bounds();
        return switch (wish.terms().kind()) {
            case OrderKind.Limit limit -> size(limit.size(), bounds).or(() -> price(limit, wish.instrument()));
            case OrderKind.MarketBySize(Quantity size) -> size(size, bounds);
            case OrderKind.MarketByBudget(Amount budget) ->
                when(budget.units() < bounds.budgetMin().units(), Reason.BUDGET_TOO_SMALL);
        };
    }

    private static Optional<Reason> size(Quantity size, Bounds bounds) {
        return when(size.lots() < bounds.sizeMin().lots(), Reason.SIZE_TOO_SMALL)
                .or(() -> when(size.lots() > bounds.sizeMax().lots(), Reason.SIZE_TOO_LARGE));
    }

    private static Optional<Reason> price(OrderKind.Limit limit, Instrument instrument) {
        Bounds bounds = instrument.bounds();
        long ticks = limit.price().ticks();
        BigInteger notional = notional(instrument, ticks, limit.size().lots());
        return when(ticks < bounds.priceMin().ticks(), Reason.PRICE_TOO_LOW)
                .or(() -> when(ticks > bounds.priceMax().ticks(), Reason.PRICE_TOO_HIGH))
                .or(() -> when(notional.compareTo(UNITS_MAX) >= 0, Reason.NOTIONAL_TOO_LARGE))
                .or(() -> when(notional.compareTo(big(bounds.notionalMin().units())) < 0, Reason.NOTIONAL_TOO_SMALL));
    }

    private Optional<Reason> pricing(Wish wish) {
        if (!(wish.terms().kind() instanceof OrderKind.Limit limit)) {
            return Optional.empty();
        }
        boolean buy = wish.terms().side() == Side.BUY;
        long ticks = limit.price().ticks();
        long mark = state.mark(wish.instrument());
        long collar = state.rules.trading().collarPermille();
        boolean behind = state.rules.trading().quotesBehindMark();
        boolean outside = big(Math.abs(ticks - mark))
                        .multiply(big(1_000))
                        .compareTo(big(collar).multiply(big(mark)))
                > 0;
        return when(behind && buy && ticks >= mark, Reason.BUY_NOT_BELOW_MARK)
                .or(() -> when(behind && !buy && ticks < mark, Reason.SELL_BELOW_MARK))
                .or(() -> when(collar > 0 && outside, Reason.PRICE_OUTSIDE_COLLAR));
    }

    private Optional<Reason> timeInForce(Wish wish) {
        if (!(wish.terms().kind() instanceof OrderKind.Limit limit)) {
            return Optional.empty();
        }
        return switch (limit.timeInForce()) {
            case GOOD_TILL_CANCELLED, IMMEDIATE_OR_CANCEL -> Optional.empty();
            case POST_ONLY -> when(reachable(wish).anyInReach(), Reason.POST_ONLY_WOULD_TRADE);
            case FILL_OR_KILL ->
                when(fillable(wish).compareTo(big(wish.size())) < 0, Reason.FILL_OR_KILL_WOULD_NOT_FILL);
        };
    }

    private BigInteger fillable(Wish wish) {
        boolean passesOwn = wish.terms().selfTradePrevention() == SelfTradePrevention.CANCEL_MAKER;
        BigInteger lots = BigInteger.ZERO;
        for (NaiveOrder maker :
                state.queue(wish.instrument(), wish.terms().side().opposite())) {
            boolean own = state.haveOneOwner(maker.owner, wish.player());
            if (!reachable(wish).covers(maker.limit()) || own && !passesOwn) {
                break;
            }
            lots = lots.add(big(own ? 0 : maker.open));
        }
        return lots;
    }

    private Optional<Reason> limits(Wish wish) {
        boolean mayRest = NaiveOrder.mayRest(wish.terms().kind());
        return when(state.calm && !waits(wish) && !reduces(wish), Reason.CALM_CLOSE)
                .or(() -> when(mayRest && tooManyOpen(wish.player()), Reason.OPEN_ORDERS_LIMIT))
                .or(() -> when(tooManyClientIds(wish), Reason.CLIENT_ORDER_IDS_LIMIT))
                .or(() -> when(wish.terms().side() == Side.BUY && positionTooLarge(wish), Reason.POSITION_LIMIT))
                .or(() -> when(mayRest && openNotionalTooLarge(wish), Reason.OPEN_NOTIONAL_LIMIT));
    }

    private boolean waits(Wish wish) {
        return wish.terms().kind() instanceof OrderKind.Limit
                && !reachable(wish).anyInReach();
    }

    /** Whether it brings its sender nearer to the starting wallet, whatever else of that side is open. */
    private boolean reduces(Wish wish) {
        Instrument instrument = wish.instrument();
        Side side = wish.terms().side();
        BigInteger lots = big(buysAtMost(wish));
        for (NaiveOrder order : state.openOrdersOf(wish.player())) {
            if (order.terms.side() == side && order.instrument.equals(instrument)) {
                lots = lots.add(big(order.open));
            }
        }
        BigInteger change = lots.multiply(big(instrument.unitsPerLot()));
        BigInteger position = big(state.free(wish.player(), instrument.base()))
                .add(big(state.held(wish.player(), instrument.base())))
                .subtract(big(state.granted(instrument.base())));
        return change.compareTo(side == Side.SELL ? position : position.negate()) <= 0;
    }

    private boolean tooManyOpen(PlayerId player) {
        return state.openOrdersOf(player).size() >= state.rules.limits().ordersOpenMax();
    }

    private boolean tooManyClientIds(Wish wish) {
        return wish.terms().clientId() != null
                && state.player(wish.player()).clientIds.size()
                        >= state.rules.limits().clientOrderIdsMax();
    }

    private boolean positionTooLarge(Wish wish) {
        Instrument instrument = wish.instrument();
        BigInteger lots = big(buysAtMost(wish));
        for (NaiveOrder order : state.openOrdersOf(wish.player())) {
            if (order.isBuy() && order.instrument.base().equals(instrument.base())) {
                lots = lots.add(big(order.open));
            }
        }
        BigInteger position = lots.multiply(big(instrument.unitsPerLot()))
                .add(big(state.free(wish.player(), instrument.base())))
                .add(big(state.held(wish.player(), instrument.base())));
        return position.compareTo(state.positionMax(instrument)) > 0;
    }

    /** Its size; an order by budget counts as if all of it bought at the best ask. */
    private long buysAtMost(Wish wish) {
        if (!(wish.terms().kind() instanceof OrderKind.MarketByBudget(Amount budget))) {
            return wish.size();
        }
        return state.best(wish.instrument(), Side.SELL)
                .map(ask -> budget.units() / (ask.limit() * wish.instrument().unitsPerTickLot()))
                .orElse(0L);
    }

    private boolean openNotionalTooLarge(Wish wish) {
        OrderKind.Limit limit = (OrderKind.Limit) wish.terms().kind();
        BigInteger sum = notional(wish.instrument(), limit.price().ticks(), wish.size());
        for (NaiveOrder order : state.openOrdersOf(wish.player())) {
            if (order.instrument.quote().equals(wish.instrument().quote())) {
                sum = sum.add(notional(order.instrument, order.limit(), order.open));
            }
        }
        return sum.compareTo(big(state.rules.limits().notionalOpenMax().units())) > 0;
    }

    private Optional<Reason> funds(Wish wish) {
        boolean buy = wish.terms().side() == Side.BUY;
        long free = state.free(
                wish.player(),
                buy ? wish.instrument().quote() : wish.instrument().base());
        return when(needs(wish).compareTo(big(free)) > 0, Reason.INSUFFICIENT_FUNDS);
    }

    /** What is held from an order when it is accepted. */
    BigInteger needs(Wish wish) {
        Instrument instrument = wish.instrument();
        if (wish.terms().side() == Side.SELL) {
            return big(wish.size()).multiply(big(instrument.unitsPerLot()));
        }
        return switch (wish.terms().kind()) {
            case OrderKind.Limit limit -> notional(instrument, limit.price().ticks(), wish.size());
            case OrderKind.MarketByBudget(Amount budget) -> big(budget.units());
            case OrderKind.MarketBySize _ -> walk(wish);
        };
    }

    private BigInteger walk(Wish wish) {
        BigInteger cost = BigInteger.ZERO;
        long left = wish.size();
        for (NaiveOrder ask : state.queue(wish.instrument(), Side.SELL)) {
            if (reachable(wish).covers(ask.limit()) && !state.haveOneOwner(ask.owner, wish.player())) {
                long lots = Math.min(left, ask.open);
                cost = cost.add(notional(wish.instrument(), ask.limit(), lots));
                left -= lots;
            }
        }
        return cost;
    }

    private Optional<Reason> liquidity(Wish wish) {
        boolean market = !(wish.terms().kind() instanceof OrderKind.Limit);
        return when(market && !reachable(wish).anyInReach(), Reason.NO_LIQUIDITY);
    }

    private NaiveReach reachable(Wish wish) {
        return NaiveReach.of(state, wish.instrument(), wish.terms());
    }

    private static BigInteger notional(Instrument instrument, long ticks, long lots) {
        return big(ticks).multiply(big(lots)).multiply(big(instrument.unitsPerTickLot()));
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private static Optional<Reason> when(boolean refused, Reason reason) {
        return refused ? Optional.of(reason) : Optional.empty();
    }
}
