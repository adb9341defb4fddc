package io.botpit.server.lobby;

import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.control.GameController;
import io.botpit.game.port.EventStore;
import io.botpit.game.rules.GameRules;
import io.botpit.persistence.journal.JournalEnd;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Replay;
import io.botpit.persistence.journal.ReplayDiffers;
import io.botpit.persistence.journal.StoreBroken;
import io.botpit.server.feed.FeedHub;
import io.botpit.server.feed.Names;
import io.botpit.server.feed.Subject;
import io.botpit.server.loop.CommitListener;
import io.botpit.server.loop.GameLoop;

/** Puts games together: fresh ones, and those of an earlier process from their journals. Lobby's thread only. */
final class GameRoom {
    private final GameWorks works;
    private final Names names;

    GameRoom(GameWorks works, Names names) {
        this.works = works;
        this.names = names;
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
    private record Parts(JournalHead head, GameController controller, FeedHub hub, CommitListener watcher) {}

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
        } catch (ReplayDiffers differs) {
            return new Reopened.Foreign(String.valueOf(differs.getMessage()));
        }
    }

    private Reopened reopen(JournalReader journal, boolean asDefault) {
        Parts parts = parts(journal.head());
        Past past = new Past(parts.controller(), parts.hub());
        JournalEnd end = Replay.run(journal, past, past::add);
        past.end();
        GamePhase phase = parts.controller().phase();
        if (phase == GamePhase.ENDED || phase == GamePhase.VOID) {
            return new Reopened.Over(phase);
        }
        EventStore store = works.journals().append(journal.head().game(), end, works.durability());
        OpenGame game = assemble(parts, store, asDefault);
        past.admitted().forEach(game::admit);
        return new Reopened.Running(game);
    }

    private Parts parts(JournalHead head) {
        GameController controller = new GameController(head.rules());
        Subject subject = new Subject(head.game(), head.title(), head.rules(), names);
        FeedHub hub = new FeedHub(subject, controller.view(), works.feeds());
        return new Parts(head, controller, hub, works.watch().watch(head.game()));
    }

    private OpenGame assemble(Parts parts, EventStore store, boolean asDefault) {
        GameLoop loop = new GameLoop(
                parts.head().game(), parts.controller(), works.watch().journal(store), works.machinery());
        loop.listen(parts.watcher());
        parts.hub().attach(loop);
        return new OpenGame(parts.hub(), loop, asDefault);
    }
}
