package io.botpit.game.market;

import io.botpit.game.ClientOrderId;
import io.botpit.game.Fill;
import io.botpit.game.OrderId;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.book.Order;
import io.botpit.game.ledger.Ledger;
import io.botpit.game.ledger.Wallet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A player as the markets of one game know him: wallet, open orders, history. One thread. */
public final class Trader {
    private final PlayerId id;
    private final Wallet wallet;
    private final Exposure exposure;
    private final Map<OrderId, Order> open = new LinkedHashMap<>();
    private final Map<ClientOrderId, OrderView> firstAnswers = new LinkedHashMap<>();
    private final Deque<Fill> fills = new ArrayDeque<>();
    private final Deque<OrderView> completed = new ArrayDeque<>();

    public Trader(PlayerId id, Ledger ledger) {
        this.id = id;
        wallet = ledger.open(id);
        exposure = new Exposure(id, ledger.assets().size());
    }

    public PlayerId id() {
        return id;
    }

    public Wallet wallet() {
        return wallet;
    }

    Exposure exposure() {
        return exposure;
    }

    /** Open orders, oldest first. */
    public Collection<Order> openOrders() {
        return Collections.unmodifiableCollection(open.values());
    }

    public @Nullable Order openOrder(OrderId order) {
        return open.get(order);
    }

    /** The first answer to a client order id, if it was used. */
    public Optional<OrderView> firstAnswer(ClientOrderId clientId) {
        return Optional.ofNullable(firstAnswers.get(clientId));
    }

    /** Own fills, oldest first. */
    public List<Fill> fills() {
        return new ArrayList<>(fills);
    }

    /** Own finished orders that traded, oldest first. */
    public List<OrderView> completed() {
        return new ArrayList<>(completed);
    }

    /** What the ledger holds is what the open orders need; else {@link io.botpit.game.InvariantBroken}. */
    public void checkHolds(int asset) {
        exposure.check(wallet, asset);
    }

    /** Counts the needs of all open orders anew and compares; {@link io.botpit.game.InvariantBroken} if they differ. */
    public void audit(Function<Order, Market> marketOf) {
        Exposure counted = new Exposure(id, exposure.assets());
        for (Order order : open.values()) {
            marketOf.apply(order).expose(order, counted);
        }
        for (int asset = 0; asset < exposure.assets(); asset++) {
            exposure.check(wallet, asset);
            counted.check(wallet, asset);
        }
    }

    int clientIds() {
        return firstAnswers.size();
    }

    void accepted(OrderView first) {
        ClientOrderId clientId = first.terms().clientId();
        if (clientId != null) {
            firstAnswers.put(clientId, first);
        }
    }

    void opened(Order order) {
        open.put(order.id(), order);
    }

    void closed(Order order) {
        open.remove(order.id());
    }

    void remember(Fill fill, int keep) {
        fills.addLast(fill);
        if (fills.size() > keep) {
            fills.removeFirst();
        }
    }

    void remember(OrderView done, int keep) {
        completed.addLast(done);
        if (completed.size() > keep) {
            completed.removeFirst();
        }
    }
}
