package io.botpit.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Really starts a second JVM that appends, and really kills it. */
final class KilledProcessTest {
    private static final int KILLS = 4;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws IOException, InterruptedException {
        Random random = new Random(20_250_101);
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = appendUntilKilled(1 + random.nextInt(3_000));

            JournalEnd end = Story.endOf(new Journals(folder));
            assertThat(end.sequence()).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    /** The child's last acknowledgement that reached us. */
    private long appendUntilKilled(int batches) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingChild.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = 0;
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
            int lines = 0;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                last = Long.parseLong(line);
                if (++lines == batches) {
                    // The handle's way leaves the pipe open: what was acknowledged up to the end is still read.
                    assertThat(child.toHandle().destroyForcibly()).isTrue();
                }
            }
            assertThat(lines).isGreaterThanOrEqualTo(batches);
        }
        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return last;
    }
}
