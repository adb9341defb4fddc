package io.botpit.server.lobby;

import io.botpit.dialect.Dialect;
import io.botpit.game.GameId;
import io.botpit.game.control.GameController;
import io.botpit.game.control.GameView;
import io.botpit.persistence.journal.JournalEnd;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.Replay;
import io.botpit.protocol.rest.ReportPage;
import io.botpit.server.feed.BotSheets;
import io.botpit.server.feed.Diaries;
import io.botpit.server.feed.Investigation;
import io.botpit.server.feed.Names;
import io.botpit.server.feed.Packed;
import io.botpit.server.feed.Reel;
import io.botpit.server.feed.Retelling;
import io.botpit.server.feed.StoryLine;
import io.botpit.server.feed.Subject;
import io.botpit.server.feed.Witness;
import java.util.List;
import java.util.function.BiFunction;

/** A game that is over and has a journal, to be played again. One thread. */
public final class OldGame {
    private final GameId id;
    private final Journals journals;
    private final Names names;

    /** What a witness saw of all commands, each of which came out as it is recorded, up to that end. */
    private record Told<W>(W witness, JournalEnd end) {}

    OldGame(GameId id, Journals journals, Names names) {
        this.id = id;
        this.journals = journals;
        this.names = names;
    }

    /** The newest lines of its story, oldest first. */
    public List<StoryLine> story() {
        return tell(Retelling::new).witness().story();
    }

    /** What the page was shown of it, or would have been. */
    public Packed film() {
        Told<Reel> told = tell(Reel::new);
        return told.witness().develop(told.end().sequence(), told.end().chain().toString());
    }

    /** What each bot did. */
    public BotSheets sheets() {
        return tell(BotSheets::new).witness();
    }

    /** What each bot was told of its own. */
    public Diaries diaries(Dialect dialect) {
        Diaries diaries = tell((subject, _) -> new Diaries(subject, dialect)).witness();
        diaries.close();
        return diaries;
    }

    /** Figures of all bots, and whether it was held fairly. */
    public ReportPage report() {
        return tell(Investigation::new).witness().page();
    }

    /** Plays all of it again, on this thread; what goes wrong is an exception as {@link Replay} throws it. */
    private <W extends Witness> Told<W> tell(BiFunction<Subject, GameView, W> chosen) {
        try (JournalReader journal = journals.read(id)) {
            JournalHead head = journal.head();
            GameController controller = Replay.controllerFor(head);
            W witness = chosen.apply(Subject.of(head, names), controller.view());
            Past past = new Past(controller, witness);
            JournalEnd end = Replay.run(journal, past, past::add);
            past.end();
            return new Told<>(witness, end);
        }
    }
}
