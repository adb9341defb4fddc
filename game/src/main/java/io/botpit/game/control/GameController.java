package io.botpit.game.control;

import io.botpit.game.Answer;
import io.botpit.game.CancelCause;
import io.botpit.game.Command;
import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.InvariantBroken;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.Reason;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.ledger.Ledger;
import io.botpit.game.market.Refusal;
import io.botpit.game.market.Trader;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The deterministic machine of one game: stamped commands in, events out. It knows no clock, no thread and no chance;
 * the same commands give the same events for ever. One thread.
 */
public final class GameController {
    private static final int EVENTS_EXPECTED = 8;

    private final GameRules rules;
    private final Players players;
    private final Exchange exchange;
    private final Course course;
    private final DeadManSwitches switches = new DeadManSwitches();
    private final Hearing hearing;
    private final Answers answers;

    /** Of the present command, in a list of its own, which nobody touches after it was handed out. */
    private List<Event> events = new ArrayList<>();

    private @Nullable GameTime pausedAt;
    private long sequence;
    private GameTime now = GameTime.EPOCH;

    public GameController(GameRules rules) {
        this.rules = rules;
        Ledger ledger = new Ledger(rules.assets());
        Consumer<Event> sink = event -> events.add(event);
        players = new Players(rules, ledger);
        exchange = new Exchange(rules, ledger, players, sink);
        course = new Course(rules, players, exchange, sink);
        hearing = new Hearing(rules, players, course);
        answers = new Answers(players, exchange, hearing, course);
    }

    /**
     * Carries out one command and tells what came of it. A wish that is refused is an event like any other.
     *
     * @throws InvariantBroken if the engine contradicts itself: the game must stop, nothing of the command may be shown
     */
    public List<Event> apply(Stamped<Command> command) {
        events = new ArrayList<>(EVENTS_EXPECTED);
        GameTime last = advance(command);
        if (sequence == 1) {
            course.open(now);
        } else if (command.value() instanceof Command.RefereeCommand(var _, RefereeAct.Recover _)) {
            recover(last);
        }
        meetDeadlines();
        switch (command.value()) {
            case Command.PlayerCommand(var player, var intent) -> onIntent(player, intent);
            case Command.RefereeCommand(var _, var act) -> onAct(act);
            case Command.Tick _ -> {
                // time passed, and the deadlines have been met
            }
        }
        exchange.publish(course.isOver());
        return Collections.unmodifiableList(events);
    }

    /** Answers a question; changes nothing. */
    public Answer answer(Query query) {
        return answers.to(query);
    }

    /**
     * Everything against everything: balances from zero, books against owners, holds against orders. Whatever the phase.
     *
     * @throws InvariantBroken if anything disagrees
     */
    public void audit() {
        exchange.audit();
    }

    /** An immutable picture for those who watch. */
    public GameView view() {
        return new GameView(
                rules,
                sequence,
                now,
                course.phase(),
                course.mode(),
                course.clock().view(now),
                course.phase() == GamePhase.LOBBY ? players.missing() : List.of(),
                course.standings(),
                exchange.marks());
    }

    /** The next moment at which a mere tick has an effect. */
    public Optional<GameTime> wakeAt() {
        if (course.phase() != GamePhase.RUNNING) {
            return Optional.empty();
        }
        return Stream.concat(course.wakeAt().stream(), switches.next().stream()).min(GameTime::compareTo);
    }

    public GameRules rules() {
        return rules;
    }

    public GamePhase phase() {
        return course.phase();
    }

    /** Whether a player who was let in was not known to be there, or not to be gone. */
    public boolean isNews(PlayerId id, boolean present) {
        Player player = players.find(id);
        return player != null && player.isPresent() != present && !course.isOver();
    }

    /** Sequence of the last command. */
    public long sequence() {
        return sequence;
    }

    /** Time of the last command. */
    public GameTime now() {
        return now;
    }

    /**
     * What a wish would be answered that comes after the end, without a record: nothing changes.
     *
     * @throws IllegalStateException while the game goes on
     */
    public Event afterTheEnd(Command.PlayerCommand late) {
        Event answer = hearing.answerAtOnce(late.player(), late.intent());
        if (answer == null) {
            throw new IllegalStateException("a wish was heard after the end");
        }
        return answer;
    }

    private GameTime advance(Stamped<Command> command) {
        if (command.sequence() != sequence + 1) {
            throw new InvariantBroken("command " + command.sequence() + " after command " + sequence);
        }
        if (command.at().isBefore(now)) {
            throw new InvariantBroken("time goes back from " + now.micros() + " to "
                    + command.at().micros());
        }
        GameTime last = now;
        sequence = command.sequence();
        now = command.at();
        return last;
    }

    /** The server was away: its time does not count, and who was connected is not any more. */
    private void recover(GameTime last) {
        course.recover(last, now);
        if (course.phase() == GamePhase.LOBBY) {
            for (Player player : players.all()) {
                if (player.isPresent()) {
                    player.present(false);
                    events.add(new Event.Left(player.trader().id(), false));
                }
            }
        }
    }

    /** Whatever is due happens before the command: the record decides who came too late. */
    private void meetDeadlines() {
        course.meet(now);
        if (course.isTimeUp(now)) {
            require(course.end(EndCause.TIME_LIMIT, now));
        }
        if (course.phase() != GamePhase.RUNNING) {
            return;
        }
        for (PlayerId due = switches.takeDue(now); due != null; due = switches.takeDue(now)) {
            events.add(new Event.SwitchSet(due, null));
            exchange.cancelAll(players.get(due).trader(), CancelCause.DEAD_MAN);
        }
    }

    private void onIntent(PlayerId id, Intent intent) {
        Event answer = hearing.answerAtOnce(id, intent);
        if (answer == null) {
            act(players.get(id).trader(), intent);
        } else {
            events.add(answer);
        }
    }

    private void act(Trader trader, Intent intent) {
        switch (intent) {
            case Intent.PlaceOrder terms -> exchange.place(trader, terms, now);
            case Intent.CancelOrder(var order) -> exchange.cancel(trader, order);
            case Intent.CancelAll(var symbol) -> cancelAll(trader, symbol);
            case Intent.AmendOrder amendment -> exchange.amend(trader, amendment);
            case Intent.CancelAfter(var millis) -> setSwitch(trader.id(), millis);
            case Intent.Say(var json) -> events.add(new Event.Said(trader.id(), json));
        }
    }

    private void cancelAll(Trader trader, @Nullable Symbol symbol) {
        if (symbol == null) {
            exchange.cancelAll(trader, CancelCause.PLAYER);
        } else {
            exchange.cancelAll(trader, symbol);
        }
    }

    private void setSwitch(PlayerId player, long millis) {
        if (millis == 0) {
            switches.disarm(player);
            events.add(new Event.SwitchSet(player, null));
        } else {
            GameTime at = now.plusMillis(millis);
            switches.arm(player, at);
            events.add(new Event.SwitchSet(player, at));
        }
    }

    private void onAct(RefereeAct act) {
        Refusal refusal = switch (act) {
            case RefereeAct.Admit(var player, var name, var owner) -> admit(new Applicant(player, name, owner, false));
            case RefereeAct.AdmitHouse(var player, var name) -> admit(new Applicant(player, name, player, true));
            case RefereeAct.Arrive(var player) -> presence(player, new Event.Arrived(player));
            case RefereeAct.Leave(var player, var elsewhere) -> presence(player, new Event.Left(player, elsewhere));
            case RefereeAct.Start _ -> goOn(course.start(now));
            case RefereeAct.Pause _ -> pause();
            case RefereeAct.Resume _ -> goOn(course.resume(now));
            case RefereeAct.End(var cause) -> course.end(cause, now);
            case RefereeAct.Annul(var why) -> course.annul(why, now);
            case RefereeAct.Recover _ -> null;
            case RefereeAct.Freeze(var player, var frozen) -> freeze(player, frozen);
            case RefereeAct.CancelOrders(var player) -> cancelOrders(player);
            case RefereeAct.SetMode mode -> course.setMode(mode);
            case RefereeAct.SetReference(var symbol, var price) -> course.setReference(symbol, price);
            case RefereeAct.Announce(var text) -> {
                events.add(new Event.Announced(text));
                yield null;
            }
        };
        if (refusal != null) {
            events.add(new Event.Overruled(refusal.reason(), refusal.detail()));
        }
    }

    private @Nullable Refusal pause() {
        Refusal refusal = course.pause(now);
        if (refusal == null) {
            pausedAt = now;
        }
        return refusal;
    }

    /** Nobody can set his switch in a pause: the pause does not count for it. */
    private @Nullable Refusal goOn(@Nullable Refusal refusal) {
        if (pausedAt != null && course.phase() == GamePhase.RUNNING) {
            long micros = now.microsSince(pausedAt);
            switches.postpone(micros).forEach((player, at) -> events.add(new Event.SwitchSet(player, at)));
            pausedAt = null;
        }
        return refusal;
    }

    private @Nullable Refusal admit(Applicant applicant) {
        if (course.isOver()) {
            return new Refusal(Reason.WRONG_PHASE, "the game is over: nobody can come in");
        }
        Refusal refusal = players.checkAdmission(applicant);
        if (refusal == null) {
            // Whoever is let into an open game comes to play; a game with a list waits until he is connected.
            players.admit(applicant).present(course.phase() != GamePhase.LOBBY);
            events.add(new Event.Admitted(applicant.id(), applicant.name()));
        }
        return refusal;
    }

    private @Nullable Refusal presence(PlayerId id, Event news) {
        boolean present = news instanceof Event.Arrived;
        if (isNews(id, present)) {
            players.get(id).present(present);
            events.add(news);
            course.startIfComplete(now);
        }
        return null;
    }

    private @Nullable Refusal cancelOrders(PlayerId id) {
        Player player = players.find(id);
        if (player == null || course.isOver()) {
            return outOfReach(id);
        }
        exchange.cancelAll(player.trader(), CancelCause.REFEREE);
        return null;
    }

    private @Nullable Refusal freeze(PlayerId id, boolean frozen) {
        Player player = players.find(id);
        if (player == null || course.isOver()) {
            return outOfReach(id);
        }
        if (player.isFrozen() != frozen) {
            player.frozen(frozen);
            events.add(new Event.Frozen(id, frozen));
            if (frozen) {
                exchange.cancelAll(player.trader(), CancelCause.FROZEN);
            }
        }
        return null;
    }

    private Refusal outOfReach(PlayerId id) {
        return players.find(id) == null
                ? new Refusal(Reason.NOT_A_PLAYER, "player " + id.number() + " is not in this game")
                : new Refusal(Reason.WRONG_PHASE, "the game is over");
    }

    private static void require(@Nullable Refusal refusal) {
        if (refusal != null) {
            throw new InvariantBroken("the time limit could not end the game: " + refusal.detail());
        }
    }
}
