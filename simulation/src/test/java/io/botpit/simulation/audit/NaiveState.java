package io.botpit.simulation.audit;

import io.botpit.game.Audience;
import io.botpit.game.CancelCause;
import io.botpit.game.ClientOrderId;
import io.botpit.game.Event;
import io.botpit.game.Fill;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.OrderStatus;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.simulation.audit.NaiveLedger.Account;
import io.botpit.simulation.audit.NaiveLedger.Bucket;
import io.botpit.simulation.audit.NaiveLedger.Cause;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that the naive game knows: players, one list of resting orders, marks, postings, and the current record. */
final class NaiveState {
    final GameRules rules;
    final NaiveLedger ledger = new NaiveLedger();
    final Map<PlayerId, Player> players = new TreeMap<>();
    final Map<Symbol, Long> marks = new LinkedHashMap<>();
    final Map<Symbol, Long> references = new LinkedHashMap<>();

    /** In order of number, both sides, all instruments. */
    final List<NaiveOrder> resting = new ArrayList<>();

    long orderNumbers;
    long tradeNumbers;
    long sequence;
    GameTime now = GameTime.EPOCH;

    /** Whether what trades at once may only reduce a position. */
    boolean calm;

    /** What is left of the position limit. */
    int positionPercent = 100;

    List<Event> events = new ArrayList<>();

    /** Levels where an order was added, removed or changed in size in this record. */
    private final Set<LevelKey> touchedLevels = new HashSet<>();

    NaiveState(GameRules rules) {
        this.rules = rules;
        for (Instrument instrument : rules.instruments()) {
            marks.put(instrument.symbol(), instrument.markAtStart().ticks());
            references.put(instrument.symbol(), instrument.markAtStart().ticks());
        }
    }

    /** Somebody who was admitted. */
    static final class Player {
        final PlayerId id;
        final String name;
        final PlayerId owner;
        final boolean house;
        final Map<ClientOrderId, First> clientIds = new HashMap<>();
        final List<Fill> fills = new ArrayList<>();
        final List<OrderView> completed = new ArrayList<>();
        boolean present;
        boolean frozen;

        @Nullable
        GameTime switchAt;

        Player(PlayerId id, String name, PlayerId owner, boolean house) {
            this.id = id;
            this.name = name;
            this.owner = owner;
            this.house = house;
        }
    }

    /** What a client order id stands for: what was asked, and the first answer. */
    record First(Intent.PlaceOrder terms, OrderView view) {}

    record LevelKey(Symbol symbol, Side side, long ticks) {}

    void startRecord(long number, GameTime at) {
        sequence = number;
        now = at;
        events = new ArrayList<>();
        touchedLevels.clear();
        ledger.startRecord(number);
    }

    void say(Event event) {
        events.add(event);
    }

    long mark(Instrument instrument) {
        return marks.getOrDefault(instrument.symbol(), 0L);
    }

    long reference(Instrument instrument) {
        return references.getOrDefault(instrument.symbol(), 0L);
    }

    BigInteger positionMax(Instrument instrument) {
        return BigInteger.valueOf(instrument.bounds().positionMax().units())
                .multiply(BigInteger.valueOf(positionPercent))
                .divide(BigInteger.valueOf(100));
    }

    Price markPrice(Instrument instrument) {
        return new Price(mark(instrument));
    }

    /** Whether the same stands behind both players. */
    boolean haveOneOwner(PlayerId one, PlayerId other) {
        return player(one).owner.equals(player(other).owner);
    }

    Audience bookAudience(PlayerId owner) {
        return rules.trading().namedBook() ? Audience.EVERYONE : new Audience.Only(owner);
    }

    boolean usesAgain(PlayerId id, Intent.PlaceOrder order) {
        Player player = players.get(id);
        return player != null && order.clientId() != null && player.clientIds.containsKey(order.clientId());
    }

    // The book.

    void rest(NaiveOrder order) {
        touch(order);
        resting.add(order);
    }

    void leaveBook(NaiveOrder order) {
        touch(order);
        resting.remove(order);
    }

    /** To be called when the open size of a resting order changes. */
    void touch(NaiveOrder order) {
        touchedLevels.add(new LevelKey(order.instrument.symbol(), order.terms.side(), order.limit()));
    }

    Set<LevelKey> touchedLevels() {
        return touchedLevels;
    }

    long levelSize(LevelKey key) {
        long lots = 0;
        for (NaiveOrder order : resting) {
            if (order.limit() == key.ticks()
                    && order.terms.side() == key.side()
                    && order.instrument.symbol().equals(key.symbol())) {
                lots += order.open;
            }
        }
        return lots;
    }

    /** The resting orders of one side, best price first, oldest first within a price. */
    List<NaiveOrder> queue(Instrument instrument, Side side) {
        List<NaiveOrder> queue = new ArrayList<>();
        for (NaiveOrder order : resting) {
            if (order.terms.side() == side && order.instrument.equals(instrument)) {
                queue.add(order);
            }
        }
        // A stable sort: the list is in order of number already.
        queue.sort(
                (a, b) -> side == Side.BUY ? Long.compare(b.limit(), a.limit()) : Long.compare(a.limit(), b.limit()));
        return queue;
    }

    Optional<NaiveOrder> best(Instrument instrument, Side side) {
        @Nullable NaiveOrder best = null;
        for (NaiveOrder order : resting) {
            if (order.terms.side() == side
                    && order.instrument.equals(instrument)
                    && (best == null
                            || (side == Side.BUY ? order.limit() > best.limit() : order.limit() < best.limit()))) {
                best = order;
            }
        }
        return Optional.ofNullable(best);
    }

    List<NaiveOrder> openOrdersOf(PlayerId player) {
        return resting.stream().filter(o -> o.owner.equals(player)).toList();
    }

    void cancel(NaiveOrder order, CancelCause cause) {
        if (resting.contains(order)) {
            leaveBook(order);
        }
        close(order, OrderStatus.CANCELLED);
        say(new Event.Cancelled(order.view(), cause, bookAudience(order.owner)));
    }

    void complete(NaiveOrder order) {
        if (resting.contains(order)) {
            leaveBook(order);
        }
        close(order, OrderStatus.FILLED);
        say(new Event.Completed(order.view(), bookAudience(order.owner)));
    }

    private void close(NaiveOrder order, OrderStatus status) {
        order.status = status;
        release(order, order.held);
        if (order.filled > 0) {
            player(order.owner).completed.add(order.view());
        }
    }

    Player player(PlayerId id) {
        Player player = players.get(id);
        if (player == null) {
            throw new IllegalStateException("not admitted: " + id);
        }
        return player;
    }

    // The money.

    long free(PlayerId player, Asset asset) {
        return ledger.balance(new Account(player.number(), asset, Bucket.FREE));
    }

    long held(PlayerId player, Asset asset) {
        return ledger.balance(new Account(player.number(), asset, Bucket.HELD));
    }

    /** What everybody starts with of it. */
    long granted(Asset asset) {
        return rules.grants().stream()
                .filter(grant -> grant.asset().equals(asset))
                .mapToLong(grant -> grant.amount().units())
                .sum();
    }

    void grant(PlayerId player, Asset asset, Amount amount) {
        move(Cause.GRANT, house(asset), account(player, asset, Bucket.FREE), amount.units());
    }

    void hold(NaiveOrder order, long units) {
        order.held += units;
        Asset asset = order.heldAsset();
        move(Cause.HOLD, account(order.owner, asset, Bucket.FREE), account(order.owner, asset, Bucket.HELD), units);
    }

    void release(NaiveOrder order, long units) {
        order.held -= units;
        Asset asset = order.heldAsset();
        move(Cause.RELEASE, account(order.owner, asset, Bucket.HELD), account(order.owner, asset, Bucket.FREE), units);
    }

    /** One side of a trade pays the other out of its hold; the house takes its fee from what arrives. */
    void pay(NaiveOrder payer, NaiveOrder payee, long units, long fee) {
        payer.held -= units;
        Asset asset = payer.heldAsset();
        Account pocket = account(payee.owner, asset, Bucket.FREE);
        move(Cause.TRADE, account(payer.owner, asset, Bucket.HELD), pocket, units);
        move(Cause.FEE, pocket, house(asset), fee);
    }

    private void move(Cause cause, Account from, Account to, long units) {
        ledger.move(cause, from, to, units);
    }

    private static Account house(Asset asset) {
        return new Account(NaiveLedger.HOUSE, asset, Bucket.FREE);
    }

    static Account account(PlayerId player, Asset asset, Bucket bucket) {
        return new Account(player.number(), asset, bucket);
    }
}
