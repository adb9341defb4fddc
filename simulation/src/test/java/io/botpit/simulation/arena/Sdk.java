package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A library for bots in another language.
 *
 * @param folder where its files are
 */
record Sdk(Path folder, List<String> interpreter) {
    private static final Path BOTS =
            Path.of("").toAbsolutePath().resolveSibling("bots").normalize();

    /** Skips the test where Python is not installed. */
    static Sdk python() {
        return new Sdk(BOTS.resolve("python"), Interpreter.PYTHON.assumeFound());
    }

    /** Compiled, so that older versions of Node.js run it too; skips the test where there is none. */
    static Sdk typeScript(Path compiled) throws IOException, InterruptedException {
        List<String> node = Interpreter.NODE.assumeFound();
        Path sources = BOTS.resolve("typescript");
        Process compiler = new ProcessBuilder(
                        "node",
                        TypeScript.compiler().toString(),
                        "-p",
                        sources.toString(),
                        "--outDir",
                        compiled.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(compiler.waitFor()).as(said).isZero();
        Files.copy(sources.resolve("package.json"), compiled.resolve("package.json"));
        return new Sdk(compiled, node);
    }

    /** Runs one of this package's programs, which finds the library by the variable {@code SDK}. */
    List<String> command(String program) {
        String file = Path.of(
                        Objects.requireNonNull(Sdk.class.getResource(program)).getPath())
                .toString();
        List<String> command = new ArrayList<>(List.of("env", "SDK=" + folder));
        command.addAll(interpreter);
        command.add(file);
        return command;
    }
}
