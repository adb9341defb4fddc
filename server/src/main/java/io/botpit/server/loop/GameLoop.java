package io.botpit.server.loop;

import io.botpit.game.Answer;
import io.botpit.game.Command;
import io.botpit.game.Command.PlayerCommand;
import io.botpit.game.Command.RefereeCommand;
import io.botpit.game.Command.Tick;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.Reason;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.control.GameView;
import io.botpit.game.port.EventStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The single writer of one game. Any thread submits; one thread at a time turns the crank, which makes it the game's
 * thread for that turn: takes a batch, stamps and applies each command, stores the batch with one write, and only then
 * tells anybody. Callbacks run on the game's thread and must hand over at once.
 */
public final class GameLoop {
    /** Who acted, in the journal, where nobody but the server did. */
    public static final String SERVER = "server";

    private static final Logger LOG = LoggerFactory.getLogger(GameLoop.class);

    private final GameId id;
    private final GameController game;
    private final EventStore store;
    private final Machinery machinery;
    private final Inbox inbox;
    private final Crank crank;
    private final Alarm alarm;
    private final Showcase showcase;
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
    /** How far the game's time is ahead of the clock, which was set back while the server was down. */
    private final long aheadMicros;

    private GameTime lastAt;
    /** Nothing is applied or stored any more. */
    private boolean halted;
    /** The game is over and its journal closed: what comes late is refused without a record. */
    private boolean over;

    /** @param game fresh, or replayed up to the end of its journal */
    public GameLoop(GameId id, GameController game, EventStore store, Machinery machinery) {
        this.id = id;
        this.game = game;
        this.store = store;
        this.machinery = machinery;
        this.inbox = new Inbox(machinery.limits().inboxCommandsMax());
        this.crank = new Crank(machinery.pool(), this::runOnce, () -> !inbox.isEmpty());
        this.alarm = new Alarm(machinery.scheduler(), () -> owe(new Task.Wake()));
        this.showcase = new Showcase(
                game.view(), machinery.limits().viewEvery(), machinery.scheduler(), () -> owe(new Task.Show()));
        this.lastAt = game.now();
        this.aheadMicros = Math.max(0, lastAt.microsSince(machinery.clocks().now()));
    }

    public GameId id() {
        return id;
    }

    /** A recent picture of the game; any thread. */
    public GameView view() {
        return showcase.view();
    }

    /** The game's time, never behind its journal whatever became of the machine's clock; any thread. */
    public GameTime now() {
        return machinery.clocks().now().plusMicros(aheadMicros);
    }

    /** Commands and questions that wait; any thread. */
    public int waiting() {
        return inbox.waiting();
    }

    /** Adds somebody who is told of all that is stored from the next batch on. */
    public void listen(CommitListener listener) {
        listeners.add(listener);
    }

    /** Submits a command; false where too many wait (BUSY), and then nothing happens. */
    public boolean submit(Command command, Consumer<Outcome<Committed>> then) {
        return brought(inbox.offer(new Task.Do(command, then, true)));
    }

    /** Asks questions, to be answered together in turn with the commands; false where too many wait. */
    public boolean ask(List<Query> queries, Consumer<Outcome<Reading>> then) {
        return brought(inbox.offer(new Task.Ask(List.copyOf(queries), then)));
    }

    /** Submits a command that must not be lost and that nobody would send again: the server's and the referee's. */
    public void owe(Command command, Consumer<Outcome<Committed>> then) {
        owe(new Task.Do(command, then, false));
    }

    /** A player's first connection is up, or the last one is gone. Recorded while the game waits for its players. */
    public void presence(PlayerId player, boolean here) {
        owe(new Task.Presence(player, here));
    }

    /**
     * Opens a fresh game, or lets a replayed one go on; called once, when all listeners are there. The time in which
     * the server was down does not count.
     */
    public void start() {
        if (game.sequence() == 0) {
            owe(new Tick(), outcome -> {});
        } else {
            owe(new RefereeCommand(SERVER, new RefereeAct.Recover()), outcome -> {});
        }
    }

    /** Closes the journal without ending the game; whatever comes later is answered with {@link Outcome.Broken}. */
    public void halt(Runnable then) {
        owe(new Task.Halt(then));
    }

    private void owe(Task task) {
        inbox.owe(task);
        crank.wake();
    }

    private boolean brought(boolean accepted) {
        if (accepted) {
            crank.bring();
        }
        return accepted;
    }

    /** One turn of the crank; game's thread only. */
    void runOnce() {
        List<Task> turn = inbox.take(machinery.limits().batchCommandsMax());
        if (halted) {
            turn.forEach(Task::fail);
            return;
        }
        Batch batch = new Batch();
        try {
            turn.forEach(task -> take(task, batch));
        } catch (RuntimeException fault) {
            LOG.atError()
                    .addKeyValue("game", id)
                    .setCause(fault)
                    .log("game {} broke after sequence {}", id, showcase.view().sequence());
            annul(fault);
            stop(turn);
            return;
        }
        if (stored(batch, turn)) {
            // The picture first: who hears the answer and asks again must find the game as the answer says.
            boolean renewed = showcase.renew(game, lastAt);
            batch.tell(listeners);
            settle(renewed);
        }
    }

    private void take(Task task, Batch batch) {
        switch (task) {
            case Task.Do(var command, var then, var _) -> {
                Committed result = over() ? tooLate(command) : commit(command, batch);
                batch.reply(() -> then.accept(new Outcome.Done<>(result)));
            }
            case Task.Ask(var queries, var then) -> {
                Reading reading = read(queries);
                batch.reply(() -> then.accept(new Outcome.Done<>(reading)));
            }
            case Task.Presence(var player, var here) -> {
                if (game.phase() == GamePhase.LOBBY) {
                    RefereeAct act = here ? new RefereeAct.Arrive(player) : new RefereeAct.Leave(player);
                    commit(new RefereeCommand(SERVER, act), batch);
                }
            }
            case Task.Wake() -> wake(batch);
            case Task.Show() -> {
                tellTime();
                showcase.reminded();
            }
            case Task.Halt(var then) -> {
                halted = true;
                batch.reply(then);
            }
        }
    }

    private Committed commit(Command command, Batch batch) {
        Stamped<Command> stamped = new Stamped<>(game.sequence() + 1, tellTime(), command);
        Committed committed = new Committed(stamped, game.apply(stamped));
        batch.add(committed);
        return committed;
    }

    /** Also moves the loop's time on; never back, whatever the clock says. */
    private GameTime tellTime() {
        GameTime now = now();
        if (lastAt.isBefore(now)) {
            lastAt = now;
        }
        return lastAt;
    }

    private Reading read(List<Query> queries) {
        List<Answer> answers = queries.stream().map(game::answer).toList();
        return new Reading(game.sequence(), lastAt, answers);
    }

    private void wake(Batch batch) {
        alarm.rang();
        boolean due = game.wakeAt().filter(at -> !tellTime().isBefore(at)).isPresent();
        if (due && !over()) {
            commit(new Tick(), batch);
        }
    }

    private boolean over() {
        return game.phase() == GamePhase.ENDED || game.phase() == GamePhase.VOID;
    }

    /** The answer the game itself would give; a journal has an end. */
    private Committed tooLate(Command command) {
        String detail = "game " + id + " is over";
        List<Event> events = switch (command) {
            case PlayerCommand late -> List.of(game.afterTheEnd(late));
            case RefereeCommand _ -> List.of(new Event.Overruled(Reason.WRONG_PHASE, detail));
            case Tick() -> List.of();
        };
        return new Committed(new Stamped<>(game.sequence(), lastAt, command), events);
    }

    private boolean stored(Batch batch, List<Task> turn) {
        List<Committed> commits = batch.commits();
        if (commits.isEmpty()) {
            return true;
        }
        try {
            store.append(commits);
            return true;
        } catch (RuntimeException fault) {
            // Never tried again: what is on the disk now is known only to the replay of the next process.
            LOG.atError().addKeyValue("game", id).setCause(fault).log("game {}: the journal cannot be written", id);
            stop(turn);
            machinery.fatal().report("journal of game " + id, fault);
            return false;
        }
    }

    /** For those who watch; the journal ends with the last good batch. */
    private void annul(Throwable fault) {
        GameView last = showcase.view();
        showcase.force(new GameView(
                last.rules(),
                last.sequence(),
                last.now(),
                GamePhase.VOID,
                last.mode(),
                last.clock(),
                last.missing(),
                last.standings(),
                last.marks()));
        listeners.forEach(listener -> listener.broke(fault));
    }

    private void stop(List<Task> turn) {
        halted = true;
        store.close();
        turn.forEach(Task::fail);
    }

    private void settle(boolean renewed) {
        if (renewed) {
            GameView view = showcase.view();
            listeners.forEach(listener -> listener.viewed(view));
        }
        if (halted || over()) {
            close();
        } else {
            alarm.set(game.wakeAt(), lastAt);
        }
    }

    private void close() {
        if (!over) {
            over = true;
            alarm.set(Optional.empty(), lastAt);
            store.close();
        }
    }
}
