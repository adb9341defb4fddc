package io.botpit.benchmarks;

import io.botpit.game.control.GameController;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Replay;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How long a server takes that was killed after a million commands, from the start of the process to its ready line. The
 * reference is a server with nothing to recover. Then the parts of a replay, each alone in a warm JVM: reading and
 * checksums, the engine, and both with the proof by the hash chain.
 */
final class Recovery {
    private static final int COMMANDS = 1_000_000;
    private static final String[] RULES = {"--preset", "open-market"};

    private static final String RECOVERED = "recovered";
    private static final String EMPTY = "empty";

    private final Rounds<Start> starts = new Rounds<>();
    private final BusyGame busy;

    private Recovery(BusyGame busy) {
        this.busy = busy;
    }

    static List<Figure> run(Settings settings) throws IOException {
        try (BusyGame busy = BusyGame.make(BusyGame.Course.busy(COMMANDS))) {
            Recovery measured = new Recovery(busy);
            for (int i = 0; i < settings.rounds(); i++) {
                measured.starts.add(EMPTY, start(Child.botpit(RULES)));
                measured.starts.add(RECOVERED, start(Child.botpit(busy.data(), RULES)));
            }
            return measured.figures();
        }
    }

    private List<Figure> figures() {
        double more = starts.median(RECOVERED, Start::seconds) - starts.median(EMPTY, Start::seconds);
        return List.of(
                Figure.of("commands in the journal", (double) busy.commands(), ""),
                Figure.of("play and journal them, without a wire", busy.secondsToMake(), "s"),
                beside("start to ready", Start::seconds),
                beside("start to ready, processor time", Start::processorSeconds),
                Figure.of("replay rate", busy.commands() / more, "commands/s"),
                Figure.of("read, checksums", seconds(Part.READ), "s"),
                Figure.of("read, play", seconds(Part.PLAY), "s"),
                Figure.of("read, play, prove by hashes", seconds(Part.PROVE), "s"));
    }

    private Figure beside(String title, ToDoubleFunction<Start> value) {
        return starts.figure(title, RECOVERED, EMPTY, new Rounds.Measure<>("s", value));
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

    private double seconds(Part part) {
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
