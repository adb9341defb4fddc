package io.botpit.benchmarks;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.EndCause;
import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
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

    /**
     * What is played.
     *
     * @param microsBetween time of the game from a command to the next
     * @param ends whether the referee ends it then
     */
    record Course(int commands, int microsBetween, boolean ends) {
        static Course busy(int commands) {
            return new Course(commands, MICROS_BETWEEN, false);
        }

        static Course ended(int commands, int microsBetween) {
            return new Course(commands, microsBetween, true);
        }
    }

    static BusyGame make(Course course) throws IOException {
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
        long end = play(journals, game, course);
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

    private static long play(Journals journals, GameId id, Course course) {
        Rebuilt rebuilt;
        try (JournalReader journal = journals.read(id)) {
            rebuilt = Replay.rebuild(journal, _ -> {});
        }
        GameController game = rebuilt.game();
        List<PlayerId> players =
                game.view().standings().stream().map(row -> row.player()).toList();
        Traffic traffic = new Traffic(SEED, game.rules().firstInstrument(), players);
        try (GameJournal journal = journals.append(id, rebuilt.end(), Durability.PROCESS)) {
            while (game.sequence() < course.commands) {
                journal.append(Stream.generate(() -> next(game, traffic, course))
                        .limit(BATCH)
                        .toList());
            }
            if (course.ends) {
                journal.append(List.of(commit(
                        game, new Command.RefereeCommand("bench", new RefereeAct.End(EndCause.REFEREE)), course)));
            }
        }
        return game.sequence();
    }

    private static Committed next(GameController game, Traffic traffic, Course course) {
        Committed commit = commit(game, traffic.next(), course);
        traffic.saw(commit);
        return commit;
    }

    private static Committed commit(GameController game, Command what, Course course) {
        Stamped<Command> command =
                new Stamped<>(game.sequence() + 1, game.now().plusMicros(course.microsBetween), what);
        return new Committed(command, game.apply(command));
    }
}
