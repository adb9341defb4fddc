package io.botpit.game.market;

import io.botpit.game.Audience;
import io.botpit.game.BookView;
import io.botpit.game.CancelCause;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.Intent.PlaceOrder;
import io.botpit.game.InvariantBroken;
import io.botpit.game.Level;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderView;
import io.botpit.game.Reason;
import io.botpit.game.Side;
import io.botpit.game.book.OpenOrders;
import io.botpit.game.book.Order;
import io.botpit.game.book.OrderBook;
import io.botpit.game.book.OrderPool;
import io.botpit.game.book.Stop;
import io.botpit.game.ledger.Ledger;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.rules.GameRules;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One tradable pair: marries book and ledger. Admit, hold, trade, settle, release. Events go to the floor's sink in the
 * order in which things happen. One thread.
 */
public final class Market implements OrderBook.Changes {
    private final Instrument instrument;
    private final Floor floor;
    private final Pair pair;
    private final OrderBook book = new OrderBook();
    private final Mark mark;
    private final Admission admission;
    private final Settlement settlement;
    private final Consumer<Event> sink;
    private Price reference;

    /** What the markets of one game share. */
    public record Floor(
            GameRules rules,
            Ledger ledger,
            Numbering numbering,
            OpenOrders open,
            OrderPool pool,
            Traders traders,
            Consumer<Event> sink) {}

    /** Who takes part; every owner of an order is known here. */
    @FunctionalInterface
    public interface Traders {
        Trader of(Order order);
    }

    public Market(Instrument instrument, Floor floor) {
        this.instrument = instrument;
        this.floor = floor;
        pair = new Pair(instrument, floor.ledger());
        mark = new Mark(floor.rules().trading(), instrument.markAtStart());
        admission = new Admission(pair, floor.rules(), book);
        settlement = new Settlement(pair, floor);
        sink = floor.sink();
        reference = instrument.markAtStart();
    }

    public Instrument instrument() {
        return instrument;
    }

    public Price mark() {
        return mark.price();
    }

    /** Moves the reference price within what a limit order may ask for; or says why not. */
    public @Nullable Refusal setReference(Price price) {
        Refusal refusal = admission.checkPrice(price);
        if (refusal == null && !price.equals(reference)) {
            reference = price;
            sink.accept(new Event.ReferenceMoved(pair.symbol(), price));
        }
        return refusal;
    }

    public Price reference() {
        return reference;
    }

    /** The book as evidence of a price, with orders as old as they are at a moment. */
    public Survey survey(GameTime at) {
        return new Survey(book, pair, at, floor.rules().schedule().closing().clampPermille());
    }

    /** What a trader has of the base asset, in its units. */
    public long owned(Trader trader) {
        return trader.wallet().total(pair.base());
    }

    /** What a trader has more of the base asset than the starting wallet, in its units. */
    public long position(Trader trader) {
        return admission.position(trader);
    }

    /** From now on what trades at once may only reduce a position. */
    public void calmDown() {
        admission.calmDown();
    }

    /** From now on less of the position limit is left; a trader whose open buys could pass it loses them. */
    public void stepDown(Collection<Trader> traders) {
        admission.stepDown();
        for (Trader trader : traders) {
            if (admission.couldPassLimit(trader)) {
                for (Order order : trader.openOrders()) {
                    if (book.holds(order) && order.side() == Side.BUY) {
                        cancel(trader, order, CancelCause.CLOSING);
                    }
                }
            }
        }
    }

    public BookView view(int levels) {
        return book.view(pair.symbol(), levels);
    }

    /** Why the order would be refused now, or null. Changes nothing. */
    public @Nullable Refusal check(Trader trader, PlaceOrder terms) {
        return admission.check(trader, terms, mark);
    }

    /** Takes in an order and lets it trade; or says in the sink why not. */
    public void place(Trader trader, PlaceOrder terms, GameTime at) {
        Refusal refusal = admission.check(trader, terms, mark);
        if (refusal != null) {
            sink.accept(new Event.Rejected(trader.id(), refusal.reason(), refusal.detail()));
            return;
        }
        OrderView.Placement placement =
                new OrderView.Placement(floor.numbering().nextOrder(), trader.id(), terms, mark.price(), at);
        Order order = floor.pool().take(placement, trader.group(), budget(terms));
        long hold = admission.hold(trader, terms, mark);
        floor.ledger().hold(trader.wallet(), pair.held(terms.side()), hold);
        OrderView first = Views.of(order, pair);
        trader.accepted(first);
        sink.accept(new Event.Accepted(first, audience(trader)));
        Incoming incoming = new Incoming(trader, order, settlement, hold);
        long worst = terms.kind() instanceof OrderKind.Limit ? order.ticks() : mark.worst(terms.side());
        Stop stop = book.match(order, worst, incoming);
        conclude(incoming, stop);
    }

    /** Cancels what is left of a resting order. */
    public void cancel(Trader trader, Order order, CancelCause cause) {
        long lots = order.open();
        book.remove(order);
        settlement.leave(trader, order, lots);
        sink.accept(new Event.Cancelled(settlement.finished(trader, order, true), cause, audience(trader)));
        floor.pool().giveBack(order);
    }

    /** Shrinks a resting order to a new total size; it keeps its place in the queue. */
    public void amend(Trader trader, Order order, Quantity size) {
        long total = order.filled() + order.open();
        Quantity least = instrument.bounds().sizeMin();
        if (size.lots() <= order.filled() || size.lots() >= total || size.compareTo(least) < 0) {
            sink.accept(new Event.Rejected(
                    trader.id(),
                    Reason.AMEND_NOT_SMALLER,
                    "size must be above the filled " + instrument.text(new Quantity(order.filled())) + ", below "
                            + instrument.text(new Quantity(total)) + " and at least " + instrument.text(least)));
            return;
        }
        Amount leastWorth = instrument.bounds().notionalMin();
        if (instrument.notional(new Price(order.ticks()), size).compareTo(leastWorth) < 0) {
            sink.accept(new Event.Rejected(
                    trader.id(),
                    Reason.NOTIONAL_TOO_SMALL,
                    "price times size must be at least " + instrument.quote().text(leastWorth)));
            return;
        }
        long lots = total - size.lots();
        book.shrink(order, lots);
        settlement.giveUp(trader, order, lots);
        sink.accept(new Event.Amended(Views.of(order, pair), audience(trader)));
    }

    public OrderView view(Order order) {
        return Views.of(order, pair);
    }

    /** Tells what changed in the book since the last call, and lets the mark follow unless it is frozen. */
    public void publish(boolean markFrozen) {
        if (!book.drainChanges(this)) {
            return;
        }
        checkBook();
        if (!markFrozen && mark.follow(book)) {
            sink.accept(new Event.MarkChanged(pair.symbol(), mark.price()));
        }
    }

    @Override
    public void changed(Side side, Price price, long lots) {
        Level level = new Level(price, lots == 0 ? Quantity.NONE : new Quantity(lots));
        sink.accept(new Event.LevelChanged(pair.symbol(), side, level));
    }

    /** Every level against its orders, every order against its owner; {@link InvariantBroken} if they disagree. */
    public void audit() {
        checkBook();
        book.checkLevels();
        for (Order order : book.orders()) {
            if (floor.open().find(order.id()) != order) {
                throw new InvariantBroken("order " + order.id().number() + " is in the book, but not open");
            }
        }
    }

    /** Whether an order rests in its book. */
    public boolean holds(Order order) {
        return book.holds(order);
    }

    /** How many orders rest. */
    public int resting() {
        return book.resting();
    }

    private void checkBook() {
        book.checkNotCrossed();
        if (book.resting() != settlement.resting()) {
            throw new InvariantBroken("the book of " + pair.symbol() + " has " + book.resting()
                    + " orders, their owners " + settlement.resting());
        }
    }

    void expose(Order order, Exposure exposure) {
        exposure.changed(order, order.open(), pair);
    }

    private void conclude(Incoming incoming, Stop stop) {
        Order order = incoming.order();
        Trader trader = incoming.trader();
        if (stop == Stop.NO_MORE_LIQUIDITY && order.terms().kind().mayRest()) {
            book.rest(order);
            settlement.rest(incoming);
            return;
        }
        settlement.releaseRest(incoming);
        boolean filled = order.filled() > 0 && (stop == Stop.SATISFIED || stop == Stop.BUDGET_SPENT);
        OrderView done = settlement.finished(trader, order, !filled);
        if (filled) {
            sink.accept(new Event.Completed(done, audience(trader)));
        } else {
            sink.accept(new Event.Cancelled(done, causeOf(stop, order), audience(trader)));
        }
        floor.pool().giveBack(order);
    }

    private static CancelCause causeOf(Stop stop, Order order) {
        return switch (stop) {
            case SELF_TRADE -> CancelCause.SELF_TRADE;
            case SATISFIED -> order.shrunk() > 0 ? CancelCause.SELF_TRADE : CancelCause.NO_MORE_LIQUIDITY;
            case BUDGET_SPENT, NO_MORE_LIQUIDITY -> CancelCause.NO_MORE_LIQUIDITY;
        };
    }

    private long budget(PlaceOrder terms) {
        return terms.kind() instanceof OrderKind.MarketByBudget(var budget)
                ? budget.units() / pair.unitsPerTickLot()
                : 0;
    }

    private Audience audience(Trader owner) {
        return settlement.audience(owner);
    }
}
