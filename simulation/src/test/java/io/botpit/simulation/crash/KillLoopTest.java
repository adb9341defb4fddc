package io.botpit.simulation.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.persistence.journal.Shelf;
import io.botpit.server.Main;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives {@code kill -9}, whenever it comes. */
final class KillLoopTest {
    private static final int KILLS = Integer.getInteger("botpit.kills", 25);
    /** Then a new folder: all games in it are verified in every cycle. */
    private static final int CYCLES_PER_FOLDER = 50;

    private static final int CONTROL_KILLS_MAX = 10;
    private static final long SEED = Long.getLong("botpit.kills.seed", System.nanoTime());

    @TempDir
    Path data;

    @Test
    void whatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
        IO.println("kill loop: seed " + SEED + ", again with -Dbotpit.kills.seed=" + SEED);
        KillLoop.Outcome sum = new KillLoop.Outcome(0, 0, List.of(), Duration.ZERO);
        while (sum.cycles() < KILLS && sum.failures().isEmpty()) {
            KillLoop.Subject subject = new KillLoop.Subject(Main.class, Shelf::of, true);
            try (KillLoop loop = new KillLoop(subject, data.resolve("from-" + sum.cycles()), SEED + sum.cycles())) {
                sum = sum.plus(loop.run(Math.min(CYCLES_PER_FOLDER, KILLS - sum.cycles())));
            }
        }
        IO.println(String.format(
                Locale.ROOT,
                "kill loop: %d cycles, %d acknowledgements verified, %d failures, slowest recovery %.2f s",
                sum.cycles(),
                sum.acknowledgements(),
                sum.failures().size(),
                sum.slowest().toMillis() / 1e3));
        assertThat(sum.failures()).as("seed %d", SEED).isEmpty();
    }

    /** The loop can fail: a server that acknowledges first and writes then does not get away with it. */
    @Test
    void aServerThatAcknowledgesBeforeItWritesIsCaught() throws Exception {
        caught(new KillLoop.Subject(LateServer.class, Shelf::of, false));
    }

    /** The loop can fail: the default settings of H2 keep commits in memory for half a second. */
    @Test
    void aServerWithAnH2OfDefaultSettingsForItsStoreIsCaught() throws Exception {
        caught(new KillLoop.Subject(H2Server.class, H2Shelf::copied, false));
    }

    private void caught(KillLoop.Subject control) throws Exception {
        try (KillLoop loop = new KillLoop(control, data, SEED)) {
            KillLoop.Outcome outcome = loop.run(CONTROL_KILLS_MAX);
            assertThat(outcome.failures())
                    .as("seed %d, %d acknowledgements", SEED, outcome.acknowledgements())
                    .isNotEmpty();
        }
    }
}
