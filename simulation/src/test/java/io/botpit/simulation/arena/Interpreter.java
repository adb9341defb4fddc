package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What runs a bot of another language, where it is installed. */
enum Interpreter {
    JAVA,
    PYTHON,
    NODE,
    /** Of a version that takes TypeScript as it is. */
    NODE_FOR_TYPESCRIPT;

    private static final int ANSWERS_WITHIN_SECONDS = 60;

    /** The command line of the first that is fit. */
    Optional<List<String>> find() {
        return commands().stream().filter(this::isFit).findFirst();
    }

    /** Skips the test where there is none; where the whole project is checked that is a failure. */
    List<String> assumeFound() {
        Optional<List<String>> found = find();
        String missing = "nothing here runs " + this + ": tried " + commands() + " with " + question();
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            fail(missing);
        }
        Assumptions.assumeTrue(found.isPresent(), missing);
        return found.orElseThrow();
    }

    private List<List<String>> commands() {
        return switch (this) {
            case JAVA -> {
                Path java = Path.of(System.getProperty("java.home"), "bin", "java");
                yield List.of(List.of(java.toString()));
            }
            // Debian's own: others do not see its packages.
            case PYTHON -> List.of(List.of("/usr/bin/python3"), List.of("python3"));
            case NODE, NODE_FOR_TYPESCRIPT -> List.of(List.of("node"), List.of("node", "--experimental-websocket"));
        };
    }

    /** Who answers with exit code 0 is fit. */
    private List<String> question() {
        return switch (this) {
            case JAVA -> List.of("--version");
            case PYTHON -> List.of("-c", "import websockets");
            case NODE -> List.of("-e", "process.exit(typeof WebSocket === 'function' ? 0 : 1)");
            case NODE_FOR_TYPESCRIPT -> List.of("-e", "process.exit(process.features.typescript ? 0 : 1)");
        };
    }

    private boolean isFit(List<String> command) {
        try {
            Process process = new ProcessBuilder(
                            Stream.concat(command.stream(), question().stream()).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
