package io.botpit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the tests of the page's own logic, {@code src/test/js/*.test.mjs}, with Node's test runner. */
class PageLogicTest {
    private static final Path TESTS = Path.of("src/test/js");

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void pageLogic() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", "--test"));
        command.addAll(testFiles());
        Process node = start(command);

        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor())
                .as("%s%n%s", String.join(" ", command), output)
                .isZero();
    }

    private static List<String> testFiles() throws IOException {
        try (Stream<Path> files = Files.list(TESTS)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".test.mjs"))
                    .sorted()
                    .toList();
        }
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            return abort("The page's logic was NOT tested: there is no `node` (20 or later) on the PATH. "
                    + missing.getMessage());
        }
    }
}
