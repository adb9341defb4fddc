package io.botpit.simulation.audit;

import io.botpit.game.CancelCause;
import io.botpit.game.Event;
import io.botpit.game.Fee;
import io.botpit.game.Fill;
import io.botpit.game.OrderId;
import io.botpit.game.Trade;
import io.botpit.game.TradeId;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import java.math.BigInteger;
import java.util.Optional;

/** One accepted order meets the opposite side. */
final class NaiveMatch {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private final NaiveState state;
    private final NaiveOrder taker;
    private final Instrument instrument;
    private final long worst;

    /** @param worst the worst price it takes, as it was before the command */
    NaiveMatch(NaiveState state, NaiveOrder taker, long worst) {
        this.state = state;
        this.taker = taker;
        this.instrument = taker.instrument;
        this.worst = worst;
    }

    private enum Stop {
        NOT_YET,
        SPENT,
        OWN_ORDER,
        NOTHING_IN_REACH,
        TOO_DEAR
    }

    void run() {
        Stop stop = Stop.NOT_YET;
        while (stop == Stop.NOT_YET) {
            stop = step();
        }
        finish(stop);
    }

    private Stop step() {
        if (taker.isSpent()) {
            return Stop.SPENT;
        }
        Optional<NaiveOrder> best = state.best(instrument, taker.terms.side().opposite());
        if (best.isEmpty() || !covers(best.get().limit())) {
            return Stop.NOTHING_IN_REACH;
        }
        NaiveOrder maker = best.get();
        if (taker.wants(maker.limit()) == 0) {
            return Stop.TOO_DEAR;
        }
        if (state.haveOneOwner(maker.owner, taker.owner)) {
            return meetOwn(maker);
        }
        trade(maker, Math.min(taker.wants(maker.limit()), maker.open));
        return Stop.NOT_YET;
    }

    private boolean covers(long ticks) {
        return taker.isBuy() ? ticks <= worst : ticks >= worst;
    }

    private Stop meetOwn(NaiveOrder maker) {
        return switch (taker.terms.selfTradePrevention()) {
            case CANCEL_TAKER -> Stop.OWN_ORDER;
            case CANCEL_MAKER -> {
                state.cancel(maker, CancelCause.SELF_TRADE);
                yield Stop.NOT_YET;
            }
            case CANCEL_BOTH -> {
                state.cancel(maker, CancelCause.SELF_TRADE);
                yield Stop.OWN_ORDER;
            }
            case DECREMENT -> {
                decrement(maker);
                yield Stop.NOT_YET;
            }
        };
    }

    private void decrement(NaiveOrder maker) {
        long price = maker.limit();
        long lots = Math.min(taker.wants(price), maker.open);
        state.touch(maker);
        shrink(maker, lots, price);
        shrink(taker, lots, price);
        if (maker.open > 0) {
            state.say(new Event.Amended(maker.view(), state.bookAudience(maker.owner)));
        } else {
            closeSpent(maker);
        }
    }

    private void shrink(NaiveOrder order, long lots, long price) {
        order.shrink(lots, price);
        if (order.isLimit()) {
            state.release(order, heldFor(order, lots, order.limit()));
        }
    }

    private long heldFor(NaiveOrder order, long lots, long ticks) {
        return order.isBuy() ? lots * ticks * instrument.unitsPerTickLot() : lots * instrument.unitsPerLot();
    }

    private void trade(NaiveOrder maker, long lots) {
        NaiveOrder buyer = taker.isBuy() ? taker : maker;
        NaiveOrder seller = taker.isBuy() ? maker : taker;
        long price = maker.limit();
        long quote = lots * price * instrument.unitsPerTickLot();
        long base = lots * instrument.unitsPerLot();
        Fee buyerFee = fee(buyer, instrument.base(), base);
        Fee sellerFee = fee(seller, instrument.quote(), quote);
        state.touch(maker);
        fill(buyer, lots, quote);
        fill(seller, lots, quote);
        state.pay(buyer, seller, quote, sellerFee.amount().units());
        state.pay(seller, buyer, base, buyerFee.amount().units());
        if (taker.isBuy() && taker.isLimit()) {
            state.release(taker, lots * (taker.limit() - price) * instrument.unitsPerTickLot());
        }
        Trade trade = new Trade(
                new TradeId(++state.tradeNumbers),
                instrument.symbol(),
                new Price(price),
                new Quantity(lots),
                new OrderId(buyer.number),
                new OrderId(seller.number),
                taker.terms.side());
        state.say(new Event.Traded(trade));
        tell(trade, buyer, buyerFee);
        tell(trade, seller, sellerFee);
        if (maker.open == 0) {
            state.complete(maker);
        }
    }

    private void tell(Trade trade, NaiveOrder order, Fee fee) {
        Fill fill = new Fill(
                trade.id(),
                trade.symbol(),
                order.owner,
                order.terms.side(),
                trade.buyOrder(),
                trade.sellOrder(),
                trade.price(),
                trade.size(),
                fee);
        state.player(order.owner).fills.add(fill);
        state.say(new Event.Filled(fill));
    }

    private static void fill(NaiveOrder order, long lots, long quote) {
        order.filled += lots;
        order.traded += quote;
        if (order.isByBudget()) {
            order.budget -= quote;
        } else {
            order.open -= lots;
        }
    }

    private Fee fee(NaiveOrder order, Asset asset, long received) {
        boolean maker = order != taker;
        long ppm = maker
                ? state.rules.trading().makerFeePpm()
                : state.rules.trading().takerFeePpm();
        BigInteger product = BigInteger.valueOf(received).multiply(BigInteger.valueOf(ppm));
        BigInteger roundedUp = product.add(MILLION).subtract(BigInteger.ONE).divide(MILLION);
        return new Fee(asset, new Amount(roundedUp.longValueExact()), maker);
    }

    private void finish(Stop stop) {
        switch (stop) {
            case NOT_YET -> throw new IllegalStateException("still trading");
            case SPENT -> closeSpent(taker);
            case OWN_ORDER -> state.cancel(taker, CancelCause.SELF_TRADE);
            case TOO_DEAR -> {
                if (taker.filled > 0) {
                    state.complete(taker);
                } else {
                    state.cancel(taker, CancelCause.NO_MORE_LIQUIDITY);
                }
            }
            case NOTHING_IN_REACH -> {
                if (taker.mayRest()) {
                    state.rest(taker);
                } else {
                    state.cancel(taker, CancelCause.NO_MORE_LIQUIDITY);
                }
            }
        }
    }

    private void closeSpent(NaiveOrder order) {
        if (order.filled > 0) {
            state.complete(order);
        } else {
            state.cancel(order, order.shrunk ? CancelCause.SELF_TRADE : CancelCause.NO_MORE_LIQUIDITY);
        }
    }
}
