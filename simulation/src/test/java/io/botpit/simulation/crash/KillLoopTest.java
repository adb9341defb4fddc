package io.botpit.simulation.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.persistence.journal.Shelf;
import io.botpit.server.Main;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged survives {@code kill -9}, whenever it comes. {@code -Dbotpit.kills=N} kills that often, unless
 * {@code -Dbotpit.minutes=M} are over before.
 */
final class KillLoopTest {
    private static final int KILLS_OF_A_BUILD = 25;
    private static final int KILLS = Integer.getInteger("botpit.kills", KILLS_OF_A_BUILD);
    private static final Duration TIME = Duration.ofMinutes(Long.getLong("botpit.minutes", 10_000));
    /** Then a new folder: a journal that has grown takes longer to replay. */
    private static final int CYCLES_PER_FOLDER = 10;

    /** At night there is time. What is traded in a cycle is replayed and compared in all that follow. */
    private static final Duration LONGEST = Duration.ofMillis(KILLS > KILLS_OF_A_BUILD ? 3_000 : 400);

    private static final int CONTROL_KILLS_MAX = 10;
    private static final long SEED = Long.getLong("botpit.kills.seed", System.nanoTime());

    @TempDir
    Path data;

    @Test
    void whatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
        IO.println("kill loop: seed " + SEED + ", again with -Dbotpit.kills.seed=" + SEED);
        KillLoop.Outcome sum = KillLoop.Outcome.NONE;
        Tears tears = new Tears(new SplittableRandom(SEED));
        long start = System.nanoTime();
        while (sum.cycles() < KILLS
                && System.nanoTime() - start < TIME.toNanos()
                && sum.failures().isEmpty()) {
            KillLoop.Subject subject = new KillLoop.Subject(Main.class, Shelf::of, true, LONGEST);
            Path folder = data.resolve("from-" + sum.cycles());
            try (KillLoop loop = new KillLoop(subject, folder, SEED + sum.cycles(), tears)) {
                sum = sum.plus(loop.run(Math.min(CYCLES_PER_FOLDER, KILLS - sum.cycles())));
            }
        }
        IO.println(String.format(
                Locale.ROOT,
                "kill loop: %d cycles, %d acknowledgements verified, %d refusals, %d journals cut and %d with a torn"
                        + " half appended, %d failures, slowest recovery %.2f s",
                sum.cycles(),
                sum.acknowledgements(),
                sum.refusals(),
                tears.cut(),
                tears.appended(),
                sum.failures().size(),
                sum.slowest().toMillis() / 1e3));
        assertThat(sum.failures()).as("seed %d", SEED).isEmpty();
        if (sum.cycles() >= KILLS_OF_A_BUILD) {
            assertThat(tears.cut()).as("last records cut").isPositive();
            assertThat(tears.appended()).as("torn halves appended").isPositive();
        }
    }

    /** The loop can fail: a server that acknowledges first and writes then does not get away with it. */
    @Test
    void aServerThatAcknowledgesBeforeItWritesIsCaught() throws Exception {
        caught(new KillLoop.Subject(LateServer.class, Shelf::of, false, LONGEST));
    }

    /** The loop can fail: the default settings of H2 keep commits in memory for half a second. */
    @Test
    void aServerWithAnH2OfDefaultSettingsForItsStoreIsCaught() throws Exception {
        caught(new KillLoop.Subject(H2Server.class, H2Shelf::copied, false, LONGEST));
    }

    private void caught(KillLoop.Subject control) throws Exception {
        try (KillLoop loop = new KillLoop(control, data, SEED, new Tears(new SplittableRandom(SEED)))) {
            KillLoop.Outcome outcome = loop.run(CONTROL_KILLS_MAX);
            assertThat(outcome.lost())
                    .as("seed %d, %d acknowledgements, %s", SEED, outcome.acknowledgements(), outcome.failures())
                    .isNotEmpty();
        }
    }
}
