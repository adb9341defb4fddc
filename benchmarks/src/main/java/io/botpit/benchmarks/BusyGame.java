package io.botpit.benchmarks;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.persistence.DataFolder;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.GameJournal;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.Rebuilt;
import io.botpit.persistence.journal.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data folder as a server leaves it that was killed after a million commands: a real server opens the game and takes in
 * the players, then the commands are played and journaled without a wire.
 */
record BusyGame(Scratch scratch, GameId game, long commands, double secondsToMake) implements AutoCloseable {
    private static final String DATA = "data";
    private static final int PLAYERS = 16;
    private static final int BATCH = 100;
    /** As if 5,000 came a second. */
    private static final int MICROS_BETWEEN = 200;

    private static final long SEED = 25;

    static BusyGame make(int commands) throws IOException {
        Scratch scratch = Scratch.make();
        try (Child server = Child.botpit(scratch.path(DATA), "--preset", "open-market", "--rate-limit", "off")) {
            for (int i = 0; i < PLAYERS; i++) {
                try (Caller caller = Caller.connect(server.port(), "/")) {
                    Account.register(caller, "busy" + i);
                    caller.ask("{\"cmd\":\"wallets\",\"params\":{}}");
                }
            }
        }
        Journals journals = journals(scratch);
        GameId game = journals.list().getFirst();
        long began = System.nanoTime();
        long end = play(journals, game, commands);
        return new BusyGame(scratch, game, end, (System.nanoTime() - began) / 1e9);
    }

    Path data() {
        return scratch.path(DATA);
    }

    Journals journals() {
        return journals(scratch);
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }

    private static Journals journals(Scratch scratch) {
        return new Journals(DataFolder.journalsIn(scratch.path(DATA)));
    }

    private static long play(Journals journals, GameId id, int commands) {
        Rebuilt rebuilt;
        try (JournalReader journal = journals.read(id)) {
            rebuilt = Replay.rebuild(journal, _ -> {});
        }
        GameController game = rebuilt.game();
        List<PlayerId> players =
                game.view().standings().stream().map(row -> row.player()).toList();
        Traffic traffic = new Traffic(SEED, game.rules().firstInstrument(), players);
        try (GameJournal journal = journals.append(id, rebuilt.end(), Durability.PROCESS)) {
            while (game.sequence() < commands) {
                journal.append(
                        Stream.generate(() -> next(game, traffic)).limit(BATCH).toList());
            }
        }
        return game.sequence();
    }

    private static Committed next(GameController game, Traffic traffic) {
        Stamped<Command> command =
                new Stamped<>(game.sequence() + 1, game.now().plusMicros(MICROS_BETWEEN), traffic.next());
        Committed commit = new Committed(command, game.apply(command));
        traffic.saw(commit);
        return commit;
    }
}
