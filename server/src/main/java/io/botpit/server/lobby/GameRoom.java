package io.botpit.server.lobby;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.InvariantBroken;
import io.botpit.game.control.GameController;
import io.botpit.game.port.EventStore;
import io.botpit.game.report.Reporter;
import io.botpit.game.rules.GameRules;
import io.botpit.game.scenario.Scenario;
import io.botpit.persistence.journal.BehaviorUnknown;
import io.botpit.persistence.journal.GameEnd;
import io.botpit.persistence.journal.JournalDamaged;
import io.botpit.persistence.journal.JournalEnd;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Replay;
import io.botpit.persistence.journal.ReplayDiffers;
import io.botpit.persistence.journal.StoreBroken;
import io.botpit.server.config.ConfigProblem;
import io.botpit.server.config.ScenarioReader;
import io.botpit.server.feed.FeedHub;
import io.botpit.server.feed.Names;
import io.botpit.server.feed.Subject;
import io.botpit.server.loop.CommitListener;
import io.botpit.server.loop.GameLoop;
import io.botpit.server.scenario.ScenarioDriver;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts games together: fresh ones, and those of an earlier process from their journals. Lobby's thread only. */
final class GameRoom {
    private final GameWorks works;
    private final Names names;
    private final Predicate<GameId> measured;

    /** @param measured which games are followed by a reporter from their first command on */
    GameRoom(GameWorks works, Names names, Predicate<GameId> measured) {
        this.works = works;
        this.names = names;
        this.measured = measured;
    }

    /** What became of a game of an earlier process. */
    sealed interface Reopened {
        record Running(OpenGame game) implements Reopened {}

        /** It had ended, but nobody had said so. */
        record Over(GamePhase phase) implements Reopened {}

        /** This engine cannot go on with it. */
        record Foreign(String why) implements Reopened {}
    }

    /** Everything of a game but its loop. */
    private record Parts(
            JournalHead head,
            GameController controller,
            FeedHub hub,
            CommitListener watcher,
            @Nullable ScenarioDriver driver,
            @Nullable Reporter reporter) {
        void see(Past past, Committed commit) {
            past.add(commit);
            if (driver != null) {
                driver.see(commit);
            }
            if (reporter != null) {
                reporter.see(commit);
            }
        }
    }

    OpenGame open(JournalHead head, boolean asDefault) {
        Parts parts = parts(head);
        try {
            return assemble(parts, works.journals().create(head, works.durability()), asDefault);
        } catch (StoreBroken fault) {
            // As with every write: what is on the disk now, only the next process finds out.
            works.machinery().fatal().report("journal of game " + head.game(), fault);
            throw fault;
        }
    }

    /** Whether the journal of a game is known to have its end. */
    boolean sawEnd(GameId id) {
        return works.watch().sawEnd(id);
    }

    /** The game for which results of later ones wait. */
    Optional<GameId> heldUpBy() {
        return works.watch().heldUpBy();
    }

    Reopened reopen(GameId id, boolean asDefault) {
        if (!works.journals().exists(id)) {
            return new Reopened.Foreign("it has no journal");
        }
        try (JournalReader journal = works.journals().read(id)) {
            int version = journal.head().rules().behaviorVersion();
            if (version != GameRules.BEHAVIOR_VERSION) {
                return new Reopened.Foreign(
                        "behaviour version " + version + ", this server has " + GameRules.BEHAVIOR_VERSION);
            }
            return reopen(journal, asDefault);
        } catch (ReplayDiffers | ConfigProblem differs) {
            return new Reopened.Foreign(String.valueOf(differs.getMessage()));
        }
    }

    private Reopened reopen(JournalReader journal, boolean asDefault) {
        Parts parts = parts(journal.head());
        Past past = new Past(parts.controller(), parts.hub());
        JournalEnd end = Replay.run(journal, past, commit -> parts.see(past, commit));
        past.end();
        GamePhase phase = parts.controller().phase();
        if (phase == GamePhase.ENDED || phase == GamePhase.VOID) {
            return new Reopened.Over(phase);
        }
        EventStore store = works.journals().append(journal.head().game(), end, works.durability());
        OpenGame game = assemble(parts, store, asDefault);
        past.admitted().forEach(game::take);
        return new Reopened.Running(game);
    }

    /** How a game of an earlier process ended, by playing it again. */
    Optional<GameOver> past(GameId id) {
        if (!works.journals().exists(id)) {
            return Optional.empty();
        }
        try (JournalReader journal = works.journals().read(id)) {
            return GameEnd.of(journal).map(end -> new GameOver(id, end));
        } catch (ReplayDiffers | BehaviorUnknown | JournalDamaged | InvariantBroken | UncheckedIOException fault) {
            return Optional.of(new GameOver(id, GameEnd.ofVoid(String.valueOf(fault.getMessage()))));
        }
    }

    private Parts parts(JournalHead head) {
        GameController controller = new GameController(head.rules());
        Subject subject = Subject.of(head, names);
        FeedHub hub = new FeedHub(subject, controller.view(), works.feeds());
        Reporter reporter = measured.test(head.game()) ? new Reporter(head.rules()) : null;
        return new Parts(head, controller, hub, works.watch().watch(head.game()), driver(head), reporter);
    }

    private @Nullable ScenarioDriver driver(JournalHead head) {
        String text = head.scenario();
        if (text == null) {
            return null;
        }
        Scenario scenario = ScenarioReader.read("scenario of game " + head.game(), text.getBytes(UTF_8));
        return new ScenarioDriver(scenario, head.rules(), works.machinery().scheduler());
    }

    private OpenGame assemble(Parts parts, EventStore store, boolean asDefault) {
        GameLoop loop = new GameLoop(
                parts.head().game(), parts.controller(), works.watch().journal(store), works.machinery());
        loop.listen(parts.watcher());
        parts.hub().attach(loop);
        ScenarioDriver driver = parts.driver();
        if (driver != null) {
            driver.drive(loop);
        }
        Absences absences = new Absences(loop, works.machinery().scheduler());
        return new OpenGame(
                parts.head(), new OpenGame.Works(parts.hub(), loop, absences, driver, parts.reporter()), asDefault);
    }
}
