package io.botpit.game.audit;

import io.botpit.game.CancelCause;
import io.botpit.game.Command;
import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.InvariantBroken;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.Stamped;
import io.botpit.game.audit.SeenMoney.Account;
import io.botpit.game.audit.SeenMoney.Balance;
import io.botpit.game.rules.GameRules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads nothing but the rules, the commands and the events of a game and checks after every command what must hold in
 * every game, whatever the engine thinks of itself: it shares no code with it. One thread.
 */
public final class GameAudit {
    private static final Command NONE = new Command.Tick();

    private final SeenMoney money;
    private final SeenBook book;
    private final SeenRoster roster;
    private final SeenPositions positions;
    private final SeenClosing closing;
    private final SeenQuotes quotes;
    private final SeenTable table;
    private final SeenBatches batches;
    private final Set<PlayerId> concerned = new LinkedHashSet<>();
    private GamePhase phase = GamePhase.LOBBY;
    private GameMode mode = GameMode.FULL;
    private GameTime now = GameTime.EPOCH;
    private Command command = NONE;
    private long sequence;
    private boolean refused;

    public GameAudit(GameRules rules) {
        money = new SeenMoney(rules);
        roster = new SeenRoster(rules);
        book = new SeenBook(rules, money, roster);
        positions = new SeenPositions(rules, money, book, roster);
        batches = new SeenBatches(rules);
        closing = new SeenClosing(rules);
        quotes = new SeenQuotes(rules, book, roster, closing);
        table = new SeenTable(rules, money, closing, quotes);
    }

    /**
     * The next command and what came of it.
     *
     * @throws InvariantBroken with the number of the rule
     */
    public void record(Stamped<Command> stamped, List<Event> events) {
        Must.equal(stamped.sequence(), ++sequence, "rule 26: sequence");
        Must.hold(!stamped.at().isBefore(now), "rule 26: time goes back", stamped);
        now = stamped.at();
        command = stamped.value();
        if (command instanceof Command.RefereeCommand(var by, var act)) {
            Must.hold(!by.isBlank(), "rule 43: an act of nobody", act);
        }
        batches.record(stamped);
        refused = false;
        concerned.clear();
        quotes.meet(now, events);
        book.startRecord();
        int opening = opening(events);
        for (int i = 0; i < events.size(); i++) {
            event(events.get(i));
            if (i == opening) {
                quotes.opened(now);
            }
        }
        book.check();
        positions.check();
        concerned.forEach(player -> money.check(player, book.holdsOf(player)));
        money.checkSums();
        closing.check(now);
        if (isOver()) {
            Must.hold(book.isEmpty(), "rule 37: open orders after the end", stamped);
        } else {
            roster.check(command);
        }
    }

    /** Everything against everything once more, behind the last command; {@link InvariantBroken} if it disagrees. */
    public void end() {
        book.checkAll();
        roster.players().forEach(player -> money.check(player, book.holdsOf(player)));
        money.checkSums();
    }

    /** The last of the events by which the closing window opens; -1: it does not. */
    private static int opening(List<Event> events) {
        for (int i = events.size() - 1; i >= 0; i--) {
            boolean stepsDown =
                    events.get(i) instanceof Event.Cancelled(var _, var cause, var _) && cause == CancelCause.CLOSING;
            if (stepsDown || events.get(i) instanceof Event.ClosingOpened) {
                return i;
            }
        }
        return -1;
    }

    private boolean isOver() {
        return phase == GamePhase.ENDED || phase == GamePhase.VOID;
    }

    private void event(Event event) {
        switch (event) {
            case Event.GameEvent game -> game(game);
            case Event.OrderEvent order -> order(order);
            case Event.Traded traded -> {
                running("trade");
                book.traded(traded.trade());
            }
            case Event.Filled filled -> {
                concerned.add(filled.fill().owner());
                book.filled(filled.fill());
            }
            case Event.WalletChanged wallet -> {
                Must.hold(concerned.contains(wallet.player()), "rule 7: a wallet moves without cause", wallet);
                money.told(new Account(wallet.player(), wallet.asset()), new Balance(wallet.free(), wallet.held()));
            }
            case Event.LevelChanged level -> book.level(level);
            case Event.MarkChanged mark -> {
                Must.hold(!isOver(), "rule 37: the mark moves after the end", mark);
                table.marked(mark.symbol(), mark.mark());
            }
            case Event.ReferenceMoved moved -> {
                Must.hold(!isOver(), "rule 37: the reference price moves after the end", moved);
                closing.moved(moved, now);
            }
            case Event.Said said -> own(said.player(), said);
        }
    }

    private void game(Event.GameEvent event) {
        switch (event) {
            case Event.Admitted admitted -> {
                roster.admitted(admitted, command, phase);
                concerned.add(admitted.player());
                money.admitted(admitted.player());
            }
            case Event.PhaseChanged changed -> enter(changed);
            case Event.Ended ended -> {
                Must.equal(phase, GamePhase.SETTLING, "rule 37: the end comes while the game settles");
                Must.hold(book.isEmpty(), "rule 37: open orders in the final table", ended);
                if (ended.cause() == EndCause.TIME_LIMIT) {
                    closing.endedByTime();
                }
                table.check(ended, roster);
            }
            case Event.ClosingOpened opened -> {
                closing.opened(opened, now);
                positions.stepDown();
            }
            case Event.Settled settled -> {
                Must.equal(phase, GamePhase.SETTLING, "rule 46: coins are appraised while the game settles");
                table.settled(settled);
            }
            case Event.ClockMoved(var endsAt) -> closing.moved(endsAt);
            case Event.Overruled _ -> refused = true;
            case Event.Arrived arrived -> roster.arrived(arrived, command);
            case Event.Left left -> roster.left(left, command);
            case Event.ModeChanged(var next) -> {
                Must.hold(next != mode, "rule 25: the mode changes to what it is", next);
                mode = next;
            }
            case Event.Frozen _, Event.Announced _ -> {}
        }
    }

    private void enter(Event.PhaseChanged changed) {
        Must.equal(changed.from(), phase, "rule 37: the phase before " + changed.to());
        Must.hold(!isOver(), "rule 37: a game goes on after its end", changed);
        if (phase == GamePhase.LOBBY && changed.to() == GamePhase.RUNNING) {
            roster.checkStart(command);
        }
        closing.clock(changed.endsAt(), now);
        if (changed.to() == GamePhase.SETTLING) {
            quotes.finish(now);
        }
        phase = changed.to();
    }

    private void order(Event.OrderEvent event) {
        Must.hold(!refused || event instanceof Event.Rejected, "rule 29: something happens after a refusal", event);
        switch (event) {
            case Event.Accepted(var order, var _) -> {
                running("order");
                Must.hold(mode == GameMode.FULL, "rule 25: a new order in mode " + mode, order);
                placedNow(order);
                Must.hold(!closing.isCalm(now) || book.mayInCalm(order), "rule 47: a new risk in the calm", order);
                positions.accept(order);
                book.accepted(order);
            }
            case Event.Repeated(var order) -> {
                placedNow(order);
                book.repeated(order);
            }
            case Event.Amended(var order, var _) -> {
                running("amendment");
                Must.hold(mode != GameMode.VIEW_ONLY, "rule 25: an amendment in mode " + mode, order);
                concerned.add(order.owner());
                book.amended(order);
            }
            case Event.Completed(var order, var _) -> {
                concerned.add(order.owner());
                book.completed(order);
            }
            case Event.Cancelled cancelled -> cancelled(cancelled);
            case Event.Rejected rejected -> {
                own(rejected.player(), rejected);
                refused = true;
            }
            case Event.SwitchSet _ -> running("switch");
        }
    }

    private void cancelled(Event.Cancelled event) {
        OrderView order = event.order();
        concerned.add(order.owner());
        Must.equal(event.cause() == CancelCause.GAME_END, phase == GamePhase.SETTLING, "rule 37: cancelled at the end");
        if (event.cause() == CancelCause.PLAYER) {
            own(order.owner(), event);
            Must.hold(mode != GameMode.VIEW_ONLY, "rule 25: a cancel by wish in mode " + mode, order);
        }
        positions.cancelled(order, event.cause());
        book.cancelled(order, event.cause());
    }

    /** An order is its sender's, and is what he asked for. */
    private void placedNow(OrderView order) {
        own(order.owner(), order);
        Must.hold(roster.knows(order.owner()), "rule 39: an order of a stranger", order);
        concerned.add(order.owner());
        boolean asked =
                command instanceof Command.PlayerCommand(var _, Intent.PlaceOrder terms) && terms.equals(order.terms());
        Must.hold(asked, "rule 13: an order that nobody asked for", order);
    }

    private void own(PlayerId player, Object subject) {
        boolean own = command instanceof Command.PlayerCommand(var sender, var _) && sender.equals(player);
        Must.hold(own, "rule 42: somebody else acts for player " + player.number(), subject);
    }

    private void running(String what) {
        Must.hold(phase == GamePhase.RUNNING, "rule 25: in phase " + phase, what);
    }
}
