package io.botpit.simulation.audit;

import io.botpit.game.GameId;
import io.botpit.game.control.GameController;
import io.botpit.persistence.journal.Chain;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.Rebuilt;
import io.botpit.persistence.journal.Replay;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;

/** A JVM of its own that plays all journals of a folder again and says how each game came out. */
public final class ReplayingJvm {
    private ReplayingJvm() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Journals journals = new Journals(Path.of(arguments[0]));
        journals.list().stream()
                .sorted(Comparator.comparingInt(
                        game -> Integer.parseInt(game.text().substring(1))))
                .forEach(game -> {
                    try (JournalReader reader = journals.read(game)) {
                        Rebuilt rebuilt = Replay.rebuild(reader, _ -> {});
                        out.println(line(game, rebuilt.end().chain(), rebuilt.game()));
                    }
                });
    }

    /** The hash over all commands and events, and the picture in which the game ends. */
    static String line(GameId game, Chain chain, GameController engine) {
        return game + " " + chain + " " + engine.view();
    }
}
