package io.botpit.simulation.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.Main;
import io.botpit.simulation.arena.Bot;
import io.botpit.simulation.arena.ServerProcess;
import io.botpit.simulation.arena.ServerProcess.Launch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches the system calls of a real server: in mode power nothing is answered before the disk has it. */
final class ForceOrderTest {
    private static final int ORDERS = 50;

    @TempDir
    Path folder;

    @BeforeEach
    void straceWorksHere() throws IOException, InterruptedException {
        Process probe = traceNothing();
        String said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = probe.waitFor(1, TimeUnit.MINUTES);
        Assumptions.assumeTrue(
                ended && probe.exitValue() == 0, "NOT CHECKED: no process may be traced here (ptrace): " + said);
    }

    @Test
    void everyRecordIsForcedBeforeItsReplyIsWritten() throws Exception {
        SystemCalls calls = trace("power");

        assertThat(List.of(calls.forceOfFolder("data"), calls.forceOfFolder("data/journal")))
                .as("seen at all")
                .doesNotContain(SystemCalls.NEVER);
        assertThat(calls.forceOfFolder("data"))
                .as("the name of the folder of journals")
                .isLessThan(calls.writeToFile("forced-0."));
        assertThat(calls.forceOfFolder("data/journal"))
                .as("the names of the journals")
                .isLessThan(calls.writeToFile("forced-0."));
        for (int i = 0; i < ORDERS; i++) {
            String id = "forced-" + i + ".";
            int written = calls.writeToFile(id);
            int forced = calls.forceOfTheSameFile(written);
            int replied = calls.writeToSocket(id);
            assertThat(List.of(written, forced, replied))
                    .as(calls.around(written))
                    .doesNotContain(SystemCalls.NEVER)
                    .isSorted();
        }
    }

    /** This test can fail: in mode process nothing is forced. */
    @Test
    void inModeProcessTheReplyDoesNotWaitForTheDisk() throws Exception {
        SystemCalls calls = trace("process");

        int written = calls.writeToFile("forced-0.");
        int replied = calls.writeToSocket("forced-0.");
        assertThat(List.of(written, replied))
                .as(calls.around(written))
                .doesNotContain(SystemCalls.NEVER)
                .isSorted();
        assertThat(calls.forceOfTheSameFile(written)).isEqualTo(SystemCalls.NEVER);
        assertThat(calls.forceOfFolder("data"))
                .as("not every system can force a folder: only who asks for it needs one that can")
                .isEqualTo(SystemCalls.NEVER);
    }

    private static Process traceNothing() {
        try {
            return new ProcessBuilder("strace", "-e", "trace=none", "true")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return Assumptions.abort(
                    "NOT CHECKED: there is no strace here (" + e.getMessage() + "); .ci/run installs it");
        }
    }

    private SystemCalls trace(String durability) throws Exception {
        Path trace = folder.resolve("trace");
        List<String> strace = List.of(
                "strace",
                "-D",
                "-f",
                "-q",
                "-yy",
                "-s",
                "600",
                "-o",
                trace.toString(),
                "-e",
                "trace=write,writev,pwrite64,sendto,sendmsg,fsync,fdatasync");
        Launch launch = new Launch(Main.class, strace, folder.resolve("data"), List.of("--durability", durability));
        long process;
        try (ServerProcess server = ServerProcess.start(launch);
                Bot ann = Bot.register(server.port(), "ann")) {
            for (int i = 0; i < ORDERS; i++) {
                Map<String, String> order =
                        Map.of("price", "5000", "size", "0.1", "client_order_id", "forced-" + i + ".");
                assertThat(ann.ask("sell", order).toString()).startsWith("{\"status\":true");
            }
            process = server.pid();
            server.terminate();
        }
        // The one that traces is a process of its own, and may still be writing.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> SystemCalls.read(trace).sawTheEndOf(process));
        return SystemCalls.read(trace);
    }
}
