package io.botpit.benchmarks;

import io.botpit.game.control.GameController;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Replay;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a server takes that was killed after a million commands, from the start of the process to its ready line. The
 * reference is a server with nothing to recover. Then the parts of a replay, each alone in a warm JVM: reading and
 * checksums, the engine, and both with the proof by the hash chain.
 */
final class Recovery {
    private static final int COMMANDS = 1_000_000;
    private static final String[] RULES = {"--preset", "open-market"};

    private Recovery() {}

    static List<Figure> run() throws IOException {
        Start empty = start(Child.botpit(RULES));
        try (BusyGame busy = BusyGame.make(COMMANDS)) {
            return figures(empty, start(Child.botpit(busy.data(), RULES)), busy);
        }
    }

    private static List<Figure> figures(Start empty, Start recovered, BusyGame busy) {
        double reading = seconds(busy, Part.READ);
        double playing = seconds(busy, Part.PLAY);
        double proving = seconds(busy, Part.PROVE);
        return List.of(
                Figure.of("commands in the journal", (double) busy.commands(), ""),
                Figure.of("play and journal them, without a wire", busy.secondsToMake(), "s"),
                new Figure("start to ready", recovered.seconds, "s", empty.seconds),
                new Figure("start to ready, processor time", recovered.processorSeconds, "s", empty.processorSeconds),
                Figure.of("replay rate", busy.commands() / (recovered.seconds - empty.seconds), "commands/s"),
                Figure.of("read, checksums", reading, "s"),
                Figure.of("read, play", playing, "s"),
                Figure.of("read, play, prove by hashes", proving, "s"));
    }

    private record Start(double seconds, double processorSeconds) {}

    private static Start start(Child child) throws IOException {
        try (Child server = child) {
            return new Start(server.secondsToReady(), server.processorSecondsToReady());
        }
    }

    private enum Part {
        READ,
        PLAY,
        PROVE
    }

    private static double seconds(BusyGame busy, Part part) {
        try (JournalReader journal = busy.journals().read(busy.game())) {
            GameController game = new GameController(journal.head().rules());
            long began = System.nanoTime();
            switch (part) {
                case READ -> read(journal, null);
                case PLAY -> read(journal, game);
                case PROVE -> Replay.run(journal, game::apply, _ -> {});
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private static void read(JournalReader journal, @Nullable GameController game) {
        for (var entry = journal.next(); entry != null; entry = journal.next()) {
            if (game != null) {
                game.apply(entry.command());
            }
        }
    }
}
