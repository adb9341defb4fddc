package io.botpit.game.market;

import io.botpit.game.Audience;
import io.botpit.game.CancelCause;
import io.botpit.game.Event;
import io.botpit.game.Fee;
import io.botpit.game.Fill;
import io.botpit.game.InvariantBroken;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderView;
import io.botpit.game.Side;
import io.botpit.game.Trade;
import io.botpit.game.TradeId;
import io.botpit.game.book.Order;
import io.botpit.game.ledger.Ledger;
import io.botpit.game.ledger.Payment;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.rules.TradingRules;
import java.util.function.Consumer;

/** Trades to transfers and fills, fees included; holds follow the orders. */
final class Settlement {
    private final Pair pair;
    private final Market.Floor floor;
    private final Ledger ledger;
    private final TradingRules trading;
    private final Consumer<Event> sink;
    private int resting;

    Settlement(Pair pair, Market.Floor floor) {
        this.pair = pair;
        this.floor = floor;
        ledger = floor.ledger();
        trading = floor.rules().trading();
        sink = floor.sink();
    }

    /** Two orders have traded; what is left of the maker's is still in the book. */
    void traded(Order maker, Incoming incoming, long lots) {
        Order taker = incoming.order();
        Trader other = floor.traders().of(maker);
        checkTrade(maker, taker);
        Deal deal = deal(maker, taker, lots);
        pay(incoming, other, deal);
        other.exposure().changed(maker, -lots, pair);
        tell(incoming.trader(), other, deal);
        if (maker.open() == 0) {
            closed(other, maker);
            sink.accept(new Event.Completed(finished(other, maker, false), audience(other)));
            floor.pool().giveBack(maker);
        }
    }

    /** An order has met another of its owner and given up some lots. */
    void shrunk(Order maker, long lots) {
        Trader owner = floor.traders().of(maker);
        giveUp(owner, maker, lots);
        if (maker.open() > 0) {
            sink.accept(new Event.Amended(Views.of(maker, pair), audience(owner)));
            return;
        }
        closed(owner, maker);
        if (maker.filled() > 0) {
            sink.accept(new Event.Completed(finished(owner, maker, false), audience(owner)));
        } else {
            sink.accept(new Event.Cancelled(finished(owner, maker, true), CancelCause.SELF_TRADE, audience(owner)));
        }
        floor.pool().giveBack(maker);
    }

    /** An order has met another of its owner and is out of the book with some lots open. */
    void cancelled(Order maker, long lots) {
        Trader owner = floor.traders().of(maker);
        leave(owner, maker, lots);
        sink.accept(new Event.Cancelled(finished(owner, maker, true), CancelCause.SELF_TRADE, audience(owner)));
        floor.pool().giveBack(maker);
    }

    /**
     * What is left of an incoming order now rests and holds exactly what that can cost; what better prices and
     * self-trade prevention saved goes back.
     */
    void rest(Incoming incoming) {
        Order order = incoming.order();
        Trader owner = incoming.trader();
        owner.opened(order);
        floor.open().add(order);
        resting++;
        if (owner.openCount() > floor.rules().limits().ordersOpenMax()) {
            throw new InvariantBroken("player " + owner.id().number() + " has too many open orders");
        }
        owner.exposure().changed(order, order.open(), pair);
        long needed = requirement(order, order.open());
        ledger.release(owner.wallet(), pair.held(order.side()), incoming.held() - needed);
    }

    /** Gives back what an order that will not rest has not spent. */
    void releaseRest(Incoming incoming) {
        ledger.release(incoming.trader().wallet(), pair.held(incoming.order().side()), incoming.held());
    }

    /** A resting order gave up some lots without trading them. */
    void giveUp(Trader owner, Order order, long lots) {
        owner.exposure().changed(order, -lots, pair);
        ledger.release(owner.wallet(), pair.held(order.side()), requirement(order, lots));
    }

    /** A resting order left the book with some lots open. */
    void leave(Trader owner, Order order, long lots) {
        closed(owner, order);
        giveUp(owner, order, lots);
    }

    /** The last view of an order, kept in its owner's history if it traded. */
    OrderView finished(Trader owner, Order order, boolean cancelled) {
        OrderView last = cancelled ? Views.cancelled(order, pair) : Views.filled(order, pair);
        if (order.filled() > 0) {
            owner.remember(last, pair);
        }
        return last;
    }

    Audience audience(Trader owner) {
        return trading.namedBook() ? Audience.EVERYONE : owner.alone();
    }

    /** How many orders of this market are open, by their owners' account; the book must have as many. */
    int resting() {
        return resting;
    }

    private void closed(Trader owner, Order order) {
        owner.closed(order);
        floor.open().remove(order);
        resting--;
    }

    /** Two owners, at the maker's price, within the taker's limit. */
    private static void checkTrade(Order maker, Order taker) {
        boolean limited = taker.terms().kind() instanceof OrderKind.Limit;
        boolean kept = taker.side() == Side.BUY ? maker.ticks() <= taker.ticks() : maker.ticks() >= taker.ticks();
        if (maker.hasOwnerOf(taker) || maker.side() == taker.side() || limited && !kept) {
            throw new InvariantBroken("order " + taker.id().number() + " must not trade with order "
                    + maker.id().number());
        }
    }

    /** One trade with its two payments: quote to the seller, base to the buyer. */
    private record Deal(Trade trade, Payment quote, Payment base) {}

    private Deal deal(Order maker, Order taker, long lots) {
        boolean buys = taker.side() == Side.BUY;
        OrderId buy = buys ? taker.id() : maker.id();
        OrderId sell = buys ? maker.id() : taker.id();
        TradeId id = floor.numbering().nextTrade();
        Price price = new Price(maker.ticks());
        Trade trade = new Trade(id, pair.symbol(), price, new Quantity(lots), buy, sell, taker.side());
        int buyerFee = buys ? trading.takerFeePpm() : trading.makerFeePpm();
        int sellerFee = buys ? trading.makerFeePpm() : trading.takerFeePpm();
        return new Deal(
                trade,
                Payment.withFee(pair.quoteUnits(maker.ticks(), lots), sellerFee),
                Payment.withFee(pair.baseUnits(lots), buyerFee));
    }

    private void pay(Incoming incoming, Trader other, Deal deal) {
        Trader taker = incoming.trader();
        boolean buys = incoming.order().side() == Side.BUY;
        Trader buyer = buys ? taker : other;
        Trader seller = buys ? other : taker;
        ledger.settle(buyer.wallet(), seller.wallet(), pair.quote(), deal.quote);
        ledger.settle(seller.wallet(), buyer.wallet(), pair.base(), deal.base);
        incoming.spend(buys ? deal.quote.units() : deal.base.units());
    }

    private void tell(Trader taker, Trader maker, Deal deal) {
        boolean takerBuys = deal.trade.takerSide() == Side.BUY;
        sink.accept(new Event.Traded(deal.trade));
        tellSide(takerBuys ? taker : maker, Side.BUY, deal);
        tellSide(takerBuys ? maker : taker, Side.SELL, deal);
    }

    private void tellSide(Trader owner, Side side, Deal deal) {
        Trade trade = deal.trade;
        boolean maker = trade.takerSide() != side;
        Fee fee = side == Side.BUY
                ? new Fee(pair.instrument().base(), new Amount(deal.base.fee()), maker)
                : new Fee(pair.instrument().quote(), new Amount(deal.quote.fee()), maker);
        Fill fill = new Fill(
                trade.id(),
                trade.symbol(),
                owner.id(),
                side,
                trade.buyOrder(),
                trade.sellOrder(),
                trade.price(),
                trade.size(),
                fee);
        owner.remember(fill, pair);
        sink.accept(new Event.Filled(fill));
    }

    private long requirement(Order order, long lots) {
        return order.side() == Side.BUY ? pair.quoteUnits(order.ticks(), lots) : pair.baseUnits(lots);
    }
}
