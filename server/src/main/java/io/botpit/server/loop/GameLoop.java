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
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

    /** What is later than this against its plan was a pause of the server. */
    private static final long LATE_MICROS_MAX = 100_000;

    private static final double MICROS_PER_MILLI = 1_000;

    private final GameId id;
    private final GameController game;
    private final EventStore store;
    private final Machinery machinery;
    private final Inbox inbox;
    private final Crank crank;
    private final Alarm alarm;
    /** Null in race mode. */
    private final @Nullable Gathering gathering;

    private final Alarm batchEnd;
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
        int batchMillis = game.rules().trading().batchMillis();
        this.gathering = batchMillis == 0
                ? null
                : new Gathering(batchMillis, game.rules().seed());
        this.batchEnd = new Alarm(machinery.scheduler(), () -> owe(new Task.CloseBatch()));
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

    /** A player is there, or is not. Recorded where the game knows it otherwise. */
    public void presence(PlayerId player, Whereabouts where) {
        owe(new Task.ActIf(() -> game.isNews(player, where == Whereabouts.HERE), where.act(player)));
    }

    /** Makes a game void that was never started; one that was by then goes on. */
    public void annulUnstarted(String why) {
        owe(new Task.ActIf(() -> !over() && game.view().clock().startedAt() == null, new RefereeAct.Annul(why)));
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
            if (gathering != null) {
                endTurn(gathering, batch);
            }
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
            case Task.Do wish
            when gathering != null && wish.command() instanceof PlayerCommand command ->
                gather(gathering, new Gathering.Wish(command, wish));
            case Task.Do(var command, var then, var _) -> {
                Committed result = over() ? tooLate(command) : commit(command, batch);
                batch.reply(() -> then.accept(new Outcome.Done<>(result)));
            }
            case Task.Ask question when gathering != null && gathering.keeps(question) -> inbox.keep(question);
            case Task.Ask question -> answer(question, batch);
            case Task.ActIf(var fits, var act)
            when fits.getAsBoolean() -> commit(new RefereeCommand(SERVER, act), batch);
            case Task.ActIf _ -> {}
            case Task.Wake() -> wake(batch);
            case Task.CloseBatch() -> noteLateness(batchEnd.rang());
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

    /** Nothing is done before the batch closes. */
    private void gather(Gathering open, Gathering.Wish wish) {
        open.add(wish, tellTime());
        inbox.keep(wish.task());
    }

    private void endTurn(Gathering open, Batch batch) {
        if (halted) {
            // Never acknowledged: who sent it asks the next process.
            open.held().forEach(task -> batch.reply(task::fail));
        } else {
            closeBatch(open, tellTime(), batch);
        }
    }

    /** Does what is in the open batch if its time has come; what is stamped later than its end must come behind it. */
    private void closeBatch(Gathering open, GameTime now, Batch batch) {
        if (halted || !over() && !open.isDue(now)) {
            return;
        }
        GameTime end = open.closesAt().orElse(now);
        boolean late = now.microsSince(end) > LATE_MICROS_MAX;
        if (late && !over() && open.extend(now)) {
            return;
        }
        for (Gathering.Wish wish : open.close()) {
            inbox.letGo(wish.task());
            Committed result = over() ? tooLate(wish.command()) : commit(wish.command(), end, batch);
            batch.reply(() -> wish.task().then().accept(new Outcome.Done<>(result)));
        }
        for (Task.Ask question : open.takeQuestions()) {
            inbox.letGo(question);
            answer(question, batch);
        }
    }

    private void answer(Task.Ask question, Batch batch) {
        Reading reading = read(question.queries());
        batch.reply(() -> question.then().accept(new Outcome.Done<>(reading)));
    }

    private Committed commit(Command command, Batch batch) {
        GameTime now = tellTime();
        if (gathering != null) {
            closeBatch(gathering, now, batch);
        }
        return commit(command, now, batch);
    }

    private Committed commit(Command command, GameTime at, Batch batch) {
        Stamped<Command> stamped = new Stamped<>(game.sequence() + 1, at, command);
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
        noteLateness(alarm.rang());
        boolean due = game.wakeAt().filter(at -> !tellTime().isBefore(at)).isPresent();
        if (due && !over()) {
            commit(new Tick(), batch);
        }
    }

    /** A pause of this process, of its pools or of the machine; bots could not do anything about it. */
    private void noteLateness(GameTime planned) {
        long micros = tellTime().microsSince(planned);
        if (micros > LATE_MICROS_MAX) {
            LOG.atWarn()
                    .addKeyValue("game", id)
                    .addKeyValue("millis", micros / MICROS_PER_MILLI)
                    .log("game {}: the server was {} ms late", id, micros / MICROS_PER_MILLI);
            listeners.forEach(listener -> listener.late(micros));
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
        Set<Task> open = Collections.newSetFromMap(new IdentityHashMap<>());
        open.addAll(turn);
        if (gathering != null) {
            open.addAll(gathering.unanswered());
        }
        open.forEach(Task::fail);
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
            if (gathering != null) {
                gathering.settled();
                batchEnd.set(gathering.closesAt(), lastAt);
            }
        }
    }

    private void close() {
        if (!over) {
            over = true;
            alarm.set(Optional.empty(), lastAt);
            batchEnd.set(Optional.empty(), lastAt);
            store.close();
        }
    }
}
