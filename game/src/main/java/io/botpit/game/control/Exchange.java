package io.botpit.game.control;

import io.botpit.game.CancelCause;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.InvariantBroken;
import io.botpit.game.OrderReference;
import io.botpit.game.OrderView;
import io.botpit.game.Reason;
import io.botpit.game.book.OpenOrders;
import io.botpit.game.book.Order;
import io.botpit.game.book.OrderPool;
import io.botpit.game.ledger.Ledger;
import io.botpit.game.ledger.Wallet;
import io.botpit.game.market.Market;
import io.botpit.game.market.Numbering;
import io.botpit.game.market.Refusal;
import io.botpit.game.market.Trader;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All markets of one game: routes orders by symbol and publishes what a command changed. One thread. */
final class Exchange {
    private final Ledger ledger;
    private final Players players;
    private final Consumer<Event> sink;
    private final OpenOrders open = new OpenOrders();
    private final Map<Symbol, Market> markets = new LinkedHashMap<>();

    Exchange(GameRules rules, Ledger ledger, Players players, Consumer<Event> sink) {
        this.ledger = ledger;
        this.players = players;
        this.sink = sink;
        Market.Floor floor = new Market.Floor(
                rules,
                ledger,
                new Numbering(),
                open,
                new OrderPool(),
                order -> players.ownerOf(order).trader(),
                sink);
        for (Instrument instrument : rules.instruments()) {
            markets.put(instrument.symbol(), new Market(instrument, floor));
        }
    }

    @Nullable
    Market market(Symbol symbol) {
        return markets.get(symbol);
    }

    Map<Symbol, Price> marks() {
        Map<Symbol, Price> marks = new LinkedHashMap<>();
        markets.forEach((symbol, market) -> marks.put(symbol, market.mark()));
        return Collections.unmodifiableMap(marks);
    }

    Collection<Market> markets() {
        return markets.values();
    }

    /** The closing window opens: its position limit holds. */
    void openClosing(GameTime endsFrom, GameTime endsBy) {
        sink.accept(new Event.ClosingOpened(endsFrom, endsBy));
        List<Trader> traders = players.all().stream().map(Player::trader).toList();
        markets.values().forEach(market -> market.stepDown(traders));
    }

    void calmDown() {
        markets.values().forEach(Market::calmDown);
    }

    void place(Trader trader, Intent.PlaceOrder terms, GameTime at) {
        Market market = markets.get(terms.symbol());
        if (market == null) {
            sink.accept(unknown(trader, terms.symbol()));
        } else {
            market.place(trader, terms, at);
        }
    }

    /** Why the order would be refused now, or null. */
    @Nullable
    Refusal check(Trader trader, Intent.PlaceOrder terms) {
        Market market = markets.get(terms.symbol());
        return market == null ? unknown(terms.symbol()) : market.check(trader, terms);
    }

    void cancel(Trader trader, OrderReference reference) {
        Order order = find(trader, reference);
        if (order == null) {
            sink.accept(unknownOrder(trader));
        } else {
            marketOf(order).cancel(trader, order, CancelCause.PLAYER);
        }
    }

    void amend(Trader trader, Intent.AmendOrder amendment) {
        Order order = find(trader, amendment.order());
        if (order == null) {
            sink.accept(unknownOrder(trader));
        } else {
            marketOf(order).amend(trader, order, amendment.size());
        }
    }

    /** Cancels a trader's open orders in the order of their numbers. */
    void cancelAll(Trader trader, CancelCause cause) {
        for (Order order : trader.openOrders()) {
            marketOf(order).cancel(trader, order, cause);
        }
    }

    /** The same for one instrument. */
    void cancelAll(Trader trader, Symbol symbol) {
        Market market = markets.get(symbol);
        if (market == null) {
            sink.accept(unknown(trader, symbol));
            return;
        }
        for (Order order : trader.openOrders()) {
            if (symbol.equals(order.terms().symbol())) {
                market.cancel(trader, order, CancelCause.PLAYER);
            }
        }
    }

    /** Cancels everybody's open orders in the order of their numbers. */
    void cancelAll(CancelCause cause) {
        for (Order order : allOpen()) {
            Trader owner = players.ownerOf(order).trader();
            marketOf(order).cancel(owner, order, cause);
        }
    }

    /** The game is over: no open orders, and then nothing may be held any more. */
    void close() {
        cancelAll(CancelCause.GAME_END);
        audit();
        for (Player player : players.all()) {
            for (int asset = 0; asset < ledger.assets().size(); asset++) {
                if (player.trader().wallet().held(asset) != 0) {
                    throw new InvariantBroken(player.name() + " still holds something after the end");
                }
            }
        }
    }

    /** Moves the reference price of an instrument; or says why not. */
    @Nullable
    Refusal setReference(Symbol symbol, Price price) {
        Market market = markets.get(symbol);
        return market == null ? unknown(symbol) : market.setReference(price);
    }

    List<OrderView> openOrders(Trader trader) {
        return trader.openOrders().stream().map(this::view).toList();
    }

    List<OrderView> openOrders() {
        return allOpen().stream().map(this::view).toList();
    }

    /** Tells what the command changed: levels, marks, wallets. Then the books must be in order. */
    void publish(boolean marksFrozen) {
        for (Market market : markets.values()) {
            market.publish(marksFrozen);
        }
        ledger.check();
        for (Wallet wallet : ledger.changedInOrder()) {
            publishWallet(wallet);
        }
        ledger.forgetChanges();
    }

    /** Everything against everything; {@link InvariantBroken} if anything disagrees. */
    void audit() {
        ledger.audit();
        markets.values().forEach(Market::audit);
        int owned = 0;
        for (Player player : players.all()) {
            player.trader().audit(open, this::marketOf);
            owned += player.trader().openOrders().size();
        }
        int resting = markets.values().stream().mapToInt(Market::resting).sum();
        if (owned != resting) {
            throw new InvariantBroken("players have " + owned + " open orders, the books " + resting);
        }
    }

    private void publishWallet(Wallet wallet) {
        Trader trader = players.get(wallet.owner()).trader();
        for (int asset = 0; asset < ledger.assets().size(); asset++) {
            if (wallet.hasChanged(asset)) {
                trader.checkHolds(asset);
                sink.accept(new Event.WalletChanged(
                        trader.id(),
                        ledger.assets().get(asset),
                        new Amount(wallet.free(asset)),
                        new Amount(wallet.held(asset))));
            }
        }
    }

    private List<Order> allOpen() {
        List<Order> all = new ArrayList<>();
        for (Player player : players.all()) {
            all.addAll(player.trader().openOrders());
        }
        all.sort(Comparator.comparingLong(order -> order.id().number()));
        return all;
    }

    private OrderView view(Order order) {
        return marketOf(order).view(order);
    }

    private @Nullable Order find(Trader trader, OrderReference reference) {
        return switch (reference) {
            case OrderReference.ByNumber(var id) -> {
                Order order = open.find(id);
                yield order != null && order.isOf(trader.id()) ? order : null;
            }
            case OrderReference.ByClientId(var clientId) ->
                trader.firstAnswer(clientId).map(first -> open.find(first.id())).orElse(null);
        };
    }

    /** Found by the book that has the order: its terms are cold by then. */
    private Market marketOf(Order order) {
        for (Market market : markets.values()) {
            if (market.holds(order)) {
                return market;
            }
        }
        throw new InvariantBroken("order " + order.id().number() + " is in no book");
    }

    private Refusal unknown(Symbol symbol) {
        return new Refusal(Reason.UNKNOWN_SYMBOL, "no " + symbol + " in this game, only " + markets.keySet());
    }

    private Event unknown(Trader trader, Symbol symbol) {
        Refusal refusal = unknown(symbol);
        return new Event.Rejected(trader.id(), refusal.reason(), refusal.detail());
    }

    private static Event unknownOrder(Trader trader) {
        return new Event.Rejected(trader.id(), Reason.UNKNOWN_ORDER, "none of your open orders has this id");
    }
}
