package io.botpit.persistence;

import io.botpit.game.CancelCause;
import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.Event.Accepted;
import io.botpit.game.Event.Admitted;
import io.botpit.game.Event.Amended;
import io.botpit.game.Event.Announced;
import io.botpit.game.Event.Arrived;
import io.botpit.game.Event.Cancelled;
import io.botpit.game.Event.ClockMoved;
import io.botpit.game.Event.ClosingOpened;
import io.botpit.game.Event.Completed;
import io.botpit.game.Event.Ended;
import io.botpit.game.Event.Filled;
import io.botpit.game.Event.Frozen;
import io.botpit.game.Event.Left;
import io.botpit.game.Event.MarketEvent;
import io.botpit.game.Event.ModeChanged;
import io.botpit.game.Event.Overruled;
import io.botpit.game.Event.PhaseChanged;
import io.botpit.game.Event.ReferenceMoved;
import io.botpit.game.Event.Rejected;
import io.botpit.game.Event.Repeated;
import io.botpit.game.Event.Said;
import io.botpit.game.Event.Settled;
import io.botpit.game.Event.SwitchSet;
import io.botpit.game.Event.Traded;
import io.botpit.game.Event.WalletChanged;
import io.botpit.game.Fill;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.OrderId;
import io.botpit.game.OrderView;
import io.botpit.game.RefereeAct;
import io.botpit.game.Side;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.persistence.journal.JournalHead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of commands changes in the tables of one game, every row once. Which events matter to the tables is
 * decided here and nowhere else. For one thread.
 */
final class Changes {
    final Map<Integer, Entrant> entrants = new LinkedHashMap<>();
    final Map<Integer, Boolean> frozen = new LinkedHashMap<>();
    final Map<Account, Balance> balances = new LinkedHashMap<>();
    final Map<Long, OrderChange> orders = new LinkedHashMap<>();
    final List<FillRow> fills = new ArrayList<>();
    final Course course = new Course();

    private final JournalHead head;
    private Command command = new Command.Tick();
    private long sequence;
    private GameTime at = GameTime.EPOCH;

    Changes(JournalHead head) {
        this.head = head;
    }

    /** A player who came in. */
    record Entrant(String name, int owner, long sequence, GameTime at) {}

    /** Whose of what. */
    record Account(int player, String asset) {}

    /** What is in it; {@code isNew} if the row is not there yet. */
    record Balance(long free, long held, long sequence, boolean isNew) {}

    /** One side of a trade. */
    record FillRow(Fill fill, long sequence, GameTime at) {}

    /** How the game itself went on. */
    static final class Course {
        @Nullable
        GamePhase phase;

        @Nullable
        GameMode mode;

        @Nullable
        GameTime startedAt;

        @Nullable
        GameTime endedAt;

        /** When the clock that runs, or ran last, is up. */
        @Nullable
        GameTime endsAt;

        /** When it stopped for the last time. */
        @Nullable
        GameTime stoppedAt;

        @Nullable
        Ended end;
    }

    JournalHead head() {
        return head;
    }

    /** Of the last command that is in it. */
    long sequence() {
        return sequence;
    }

    void add(Committed committed) {
        sequence = committed.command().sequence();
        at = committed.command().at();
        command = committed.command().value();
        committed.events().forEach(this::add);
    }

    private void add(Event event) {
        switch (event) {
            case Admitted(var player, var name) -> admit(player.number(), name);
            case Frozen(var player, var isFrozen) -> frozen.put(player.number(), isFrozen);
            case PhaseChanged change -> enter(change);
            case ClockMoved(var endsAt) -> course.endsAt = endsAt;
            case ModeChanged(var mode) -> course.mode = mode;
            case Ended ended -> course.end = ended;
            case Accepted(var order, var _) -> order(order.id()).placed(order, sequence, at);
            case Amended(var order, var _) -> order(order.id()).seen(order, sequence);
            case Completed(var order, var _) -> order(order.id()).seen(order, sequence);
            case Cancelled(var order, var cause, var _) -> cancel(order, cause);
            case Filled(var fill) -> fill(fill);
            case WalletChanged(var player, var asset, var free, var held) -> {
                Account account = new Account(player.number(), asset.code());
                Balance before = balances.get(account);
                boolean isNew = before != null && before.isNew();
                balances.put(account, new Balance(free.units(), held.units(), sequence, isNew));
            }
            case Traded _, MarketEvent _, Said _, Repeated _, Rejected _, SwitchSet _ -> ignore();
            case ClosingOpened _, Settled _ -> ignore();
            case ReferenceMoved _, Arrived _, Left _, Announced _, Overruled _ -> ignore();
        }
    }

    /** Written down so that a new event has to be thought of. */
    private static void ignore() {}

    private void admit(int player, String name) {
        entrants.put(player, new Entrant(name, ownerOf(player), sequence, at));
        for (Asset asset : head.rules().assets()) {
            balances.put(new Account(player, asset.code()), new Balance(0, 0, sequence, true));
        }
    }

    private int ownerOf(int player) {
        return command instanceof Command.RefereeCommand(var _, RefereeAct.Admit admission)
                ? admission.owner().number()
                : player;
    }

    private void enter(PhaseChanged change) {
        GamePhase phase = change.to();
        course.phase = phase;
        if (change.from() == GamePhase.RUNNING) {
            course.stoppedAt = at;
        }
        if (change.endsAt() != null) {
            course.endsAt = change.endsAt();
        }
        if (phase == GamePhase.RUNNING && course.startedAt == null) {
            course.startedAt = at;
        }
        if (phase == GamePhase.ENDED || phase == GamePhase.VOID) {
            course.endedAt = at;
        }
    }

    private void cancel(OrderView order, CancelCause cause) {
        order(order.id()).cancelled(order, cause, sequence);
    }

    private void fill(Fill fill) {
        fills.add(new FillRow(fill, sequence, at));
        Instrument instrument = head.rules().instrument(fill.symbol()).orElseThrow();
        long notional = instrument.notional(fill.price(), fill.size()).units();
        order(fill.side() == Side.BUY ? fill.buyOrder() : fill.sellOrder()).filled(fill, notional, sequence);
    }

    private OrderChange order(OrderId id) {
        return orders.computeIfAbsent(id.number(), _ -> new OrderChange());
    }
}
