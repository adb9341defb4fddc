package io.botpit.persistence.journal;

import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.game.InvariantBroken;
import io.botpit.game.control.GameController;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks journals without touching them: checksums, sequence, chain, and the engine's own invariants by replaying every
 * command. What {@code botpit verify} runs; a server may be running meanwhile. For one thread.
 */
public final class JournalCheck {
    private static final String LOBBY = "lobby";

    private final GameId game;
    private long commands;
    private long events;
    private long tornBytes;
    private Chain chain = Chain.START;

    private JournalCheck(GameId game) {
        this.game = game;
    }

    /** Checks all journals of a folder, the lobby's first. */
    public static List<JournalReport> all(Path folder) {
        List<JournalReport> reports = new ArrayList<>();
        reports.add(lobby(folder));
        Journals journals = new Journals(folder);
        journals.list().forEach(game -> reports.add(game(journals, game)));
        return reports;
    }

    /** Checks the journal of a game. Whatever is wrong with it is in the report. */
    public static JournalReport game(Journals journals, GameId game) {
        JournalCheck check = new JournalCheck(game);
        try (JournalReader reader = journals.read(game)) {
            check.replay(reader);
            return check.report(List.of());
        } catch (JournalDamaged | ReplayDiffers | BehaviorUnknown | InvariantBroken | UncheckedIOException e) {
            return check.report(List.of(String.valueOf(e.getMessage())));
        }
    }

    private static JournalReport lobby(Path folder) {
        try {
            LobbyJournal.Contents lobby = LobbyJournal.contents(Shelf.of(folder));
            JournalEnd end = lobby.end();
            return new JournalReport(LOBBY, lobby.records().size(), 0, end.chain(), end.tornBytes(), List.of());
        } catch (JournalDamaged | UncheckedIOException e) {
            return new JournalReport(LOBBY, 0, 0, Chain.START, 0, List.of(String.valueOf(e.getMessage())));
        }
    }

    private void replay(JournalReader reader) {
        GameController controller = Replay.controllerFor(reader.head());
        JournalEnd end = Replay.run(reader, controller::apply, this::count);
        tornBytes = end.tornBytes();
        chain = end.chain();
    }

    private void count(Committed committed) {
        commands++;
        events += committed.events().size();
    }

    private JournalReport report(List<String> problems) {
        return new JournalReport(game.text(), commands, events, chain, tornBytes, problems);
    }
}
