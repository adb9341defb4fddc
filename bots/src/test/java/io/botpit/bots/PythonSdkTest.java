package io.botpit.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The Python SDK plays the dialogues that all SDKs play. */
@Timeout(120)
class PythonSdkTest {
    private static final Path RUNNER = Path.of("python", "conformance.py");
    private static final String MODERN = "import sys; sys.exit(sys.version_info < (3, 10))";

    @Test
    void playsTheDialogues() throws IOException, InterruptedException {
        boolean here = run(List.of("python3", "-c", MODERN)).exit() == 0;
        assertThat(here || !"true".equals(System.getenv("CI")))
                .as("Python 3.10 or later is here")
                .isTrue();
        Assumptions.assumeTrue(here, "no Python 3.10 or later");

        Ran ran = run(List.of("python3", RUNNER.toString()));

        assertThat(ran.said()).isEqualToIgnoringNewLines(Dialogue.all().size() + " dialogues played");
        assertThat(ran.exit()).isZero();
    }

    private record Ran(int exit, String said) {}

    private static Ran run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("python", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            return new Ran(process.waitFor(), Files.readString(out));
        } catch (IOException notThere) {
            return new Ran(-1, String.valueOf(notThere.getMessage()));
        } finally {
            Files.delete(out);
        }
    }
}
