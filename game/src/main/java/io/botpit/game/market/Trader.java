package io.botpit.game.market;

import io.botpit.game.Audience;
import io.botpit.game.ClientOrderId;
import io.botpit.game.Fill;
import io.botpit.game.InvariantBroken;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.book.OpenOrders;
import io.botpit.game.book.Order;
import io.botpit.game.book.OwnOrders;
import io.botpit.game.ledger.Ledger;
import io.botpit.game.ledger.Wallet;
import io.botpit.game.rules.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A player as the markets of one game know him: wallet, open orders, history. One thread. */
public final class Trader {
    private final PlayerId id;
    private final int group;
    private final Wallet wallet;
    private final Exposure exposure;
    private final OwnOrders open = new OwnOrders();
    private final Map<ClientOrderId, OrderView> firstAnswers = new LinkedHashMap<>();
    private final History<PastFill> fills;
    private final History<PastOrder> completed;
    private final Audience alone;

    /** @param owner the account of whoever stands behind this player, and maybe behind others */
    public Trader(PlayerId id, PlayerId owner, Ledger ledger, Limits limits) {
        this.id = id;
        group = owner.number();
        alone = new Audience.Only(id);
        fills = new History<>(limits.fillsKeptMax());
        completed = new History<>(limits.completedKeptMax());
        wallet = ledger.open(id);
        exposure = new Exposure(id, ledger.assets().size());
    }

    public PlayerId id() {
        return id;
    }

    /** The number that all players of one owner share; no two of them trade with each other. */
    public int group() {
        return group;
    }

    public Wallet wallet() {
        return wallet;
    }

    Exposure exposure() {
        return exposure;
    }

    /** Open orders, oldest first. */
    public List<Order> openOrders() {
        return open.list();
    }

    int openCount() {
        return open.size();
    }

    /** The first answer to a client order id, if it was used. */
    public Optional<OrderView> firstAnswer(ClientOrderId clientId) {
        return Optional.ofNullable(firstAnswers.get(clientId));
    }

    /** Own fills, oldest first. */
    public List<Fill> fills() {
        return fills.list(fill -> fill.of(id));
    }

    /** Own finished orders that traded, oldest first. */
    public List<OrderView> completed() {
        return completed.list(order -> order.of(id));
    }

    /** What the ledger holds is what the open orders need; else {@link io.botpit.game.InvariantBroken}. */
    public void checkHolds(int asset) {
        exposure.check(wallet, asset);
    }

    /** Counts the needs of all open orders anew and compares; {@link io.botpit.game.InvariantBroken} if they differ. */
    public void audit(OpenOrders all, Function<Order, Market> marketOf) {
        Exposure counted = new Exposure(id, exposure.assets());
        for (Order order : open.list()) {
            if (all.find(order.id()) != order || !order.owner().equals(id)) {
                throw new InvariantBroken("order " + order.id().number() + " is not one of player " + id.number());
            }
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
        open.add(order);
    }

    void closed(Order order) {
        open.remove(order);
    }

    void remember(Fill fill, Pair pair) {
        fills.add(new PastFill(fill, pair));
    }

    void remember(OrderView done, Pair pair) {
        completed.add(new PastOrder(done, pair));
    }

    /** The audience of what only he may see. */
    Audience alone() {
        return alone;
    }
}
