package io.botpit.simulation.audit;

import io.botpit.game.Appraisal;
import io.botpit.game.CancelCause;
import io.botpit.game.Command;
import io.botpit.game.Command.PlayerCommand;
import io.botpit.game.Command.RefereeCommand;
import io.botpit.game.Command.Tick;
import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.Event.PhaseChanged;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.Standing;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Valuation;
import io.botpit.simulation.audit.NaiveState.Player;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The game as the rules tell it: what is expected of the engine. Nothing here is fast, and nothing is shared with the
 * engine but the vocabulary.
 */
final class NaiveGame {
    final NaiveState state;
    private final NaiveReferee referee;
    private final NaiveWishes wishes;
    private final NaiveTail tail;
    private final NaiveClosing closing;

    GamePhase phase = GamePhase.LOBBY;

    GameMode mode = GameMode.FULL;

    /** When the time is up; only while running and if there is a limit. */
    private @Nullable GameTime endsAt;

    /** What is left of the time limit while the clock stands. */
    private long leftMicros;

    private @Nullable GameTime lastRecord;

    private @Nullable GameTime pausedAt;

    /** What coins counted as at the end. */
    private Map<PlayerId, List<Appraisal>> appraisals = Map.of();

    NaiveGame(GameRules rules) {
        state = new NaiveState(rules);
        referee = new NaiveReferee(this, state);
        wishes = new NaiveWishes(state);
        tail = new NaiveTail(state);
        closing = new NaiveClosing(state);
        leftMicros = rules.schedule().timeLimitMillis() * 1_000;
    }

    /** The expected events, texts for people left empty. */
    List<Event> apply(Stamped<Command> command) {
        state.startRecord(command.sequence(), command.at());
        boolean marksMove = !isOver();
        open();
        if (command.value() instanceof RefereeCommand official && official.act() instanceof RefereeAct.Recover) {
            moveClock();
            everybodyLeaves();
        }
        lookAtClock();
        switch (command.value()) {
            case PlayerCommand(var player, var intent) -> wishes.take(this, player, intent);
            case RefereeCommand official -> referee.take(official.act());
            case Tick() -> {}
        }
        tail.tell(marksMove && !isOver());
        lastRecord = state.now;
        return state.events;
    }

    boolean isOver() {
        return phase == GamePhase.ENDED || phase == GamePhase.VOID;
    }

    private void open() {
        boolean waits = !state.rules.entry().whitelist().isEmpty();
        if (phase == GamePhase.LOBBY && !waits) {
            enter(state.rules.schedule().startPaused() ? GamePhase.PAUSED : GamePhase.RUNNING);
        }
    }

    private void moveClock() {
        if (phase == GamePhase.RUNNING && endsAt != null && lastRecord != null) {
            endsAt = endsAt.plusMicros(state.now.microsSince(lastRecord));
            state.say(new Event.ClockMoved(endsAt));
        }
    }

    private void everybodyLeaves() {
        if (phase == GamePhase.LOBBY) {
            state.players.values().stream()
                    .filter(p -> p.present)
                    .sorted(Comparator.comparing(p -> p.id))
                    .forEach(p -> {
                        p.present = false;
                        state.say(new Event.Left(p.id, false));
                    });
        }
    }

    /** What was armed when the pause began is due later by the length of the pause. */
    void enterAfter(GamePhase before, GamePhase next) {
        enter(next);
        if (next == GamePhase.PAUSED) {
            pausedAt = state.now;
        }
        if (before == GamePhase.PAUSED && next == GamePhase.RUNNING && pausedAt != null) {
            long micros = state.now.microsSince(pausedAt);
            state.players.values().stream()
                    .filter(p -> p.switchAt != null)
                    .sorted(Comparator.comparing(p -> p.id))
                    .forEach(p -> {
                        p.switchAt = deadline(p).plusMicros(micros);
                        state.say(new Event.SwitchSet(p.id, p.switchAt));
                    });
        }
    }

    private void lookAtClock() {
        if (phase == GamePhase.RUNNING && endsAt != null) {
            closing.lookAtClock(endsAt, state.now);
            if (left() <= closing.drawn) {
                end(EndCause.TIME_LIMIT);
            }
        }
        if (phase == GamePhase.RUNNING) {
            List<Player> due = state.players.values().stream()
                    .filter(p -> p.switchAt != null && !state.now.isBefore(p.switchAt))
                    .sorted(Comparator.comparing(NaiveGame::deadline).thenComparing(p -> p.id))
                    .toList();
            due.forEach(this::fire);
        }
    }

    private static GameTime deadline(Player player) {
        return player.switchAt == null ? GameTime.EPOCH : player.switchAt;
    }

    private void fire(Player player) {
        player.switchAt = null;
        state.say(new Event.SwitchSet(player.id, null));
        state.openOrdersOf(player.id).forEach(order -> state.cancel(order, CancelCause.DEAD_MAN));
    }

    void enter(GamePhase next) {
        boolean limited = state.rules.schedule().timeLimitMillis() > 0;
        if (phase == GamePhase.RUNNING && endsAt != null) {
            leftMicros = Math.max(0, endsAt.microsSince(state.now));
        }
        endsAt = next == GamePhase.RUNNING && limited ? state.now.plusMicros(leftMicros) : null;
        state.say(new PhaseChanged(phase, next, "", endsAt));
        phase = next;
    }

    void end(EndCause cause) {
        closing.finish(left());
        appraisals = closing.appraise(true);
        settle();
        if (state.rules.schedule().closing().valuation() != Valuation.LAST_MARK) {
            appraisals.forEach((player, own) -> state.say(new Event.Settled(player, own)));
        }
        state.say(new Event.Ended(cause, closing.finalMarks(), table()));
        enter(GamePhase.ENDED);
    }

    /** What is left of the time limit, without one more than anybody waits for. */
    private long left() {
        if (state.rules.schedule().timeLimitMillis() == 0) {
            return Long.MAX_VALUE;
        }
        return endsAt == null ? leftMicros : endsAt.microsSince(state.now);
    }

    void accountReferences() {
        closing.account(left());
    }

    /** As it stands, or as it ended. */
    List<Standing> table() {
        boolean running = closing.open && state.rules.schedule().closing().valuation() != Valuation.REFERENCE;
        return new NaiveTable(state).rows(appraisals.isEmpty() ? closing.appraise(running) : appraisals);
    }

    void annul() {
        settle();
        enter(GamePhase.VOID);
    }

    private void settle() {
        enter(GamePhase.SETTLING);
        List.copyOf(state.resting).forEach(order -> state.cancel(order, CancelCause.GAME_END));
    }

    /** When time alone will change something next. */
    Optional<GameTime> wakeAt() {
        if (phase != GamePhase.RUNNING) {
            return Optional.empty();
        }
        Optional<GameTime> firstSwitch = state.players.values().stream()
                .filter(p -> p.switchAt != null)
                .map(NaiveGame::deadline)
                .min(Comparator.naturalOrder());
        if (endsAt == null) {
            return firstSwitch;
        }
        long left = Math.max(closing.drawn, closing.next().orElse(0L));
        GameTime next = endsAt.plusMicros(-left);
        return Optional.of(firstSwitch.filter(s -> s.isBefore(next)).orElse(next));
    }
}
