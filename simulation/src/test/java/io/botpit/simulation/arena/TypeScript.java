package io.botpit.simulation.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The compiler that module {@code bots} unpacks for its tests, and the SDK that it compiles. */
public final class TypeScript {
    private static final Path BOTS = Path.of("").toAbsolutePath().resolveSibling("bots");

    private TypeScript() {}

    /** A script for Node.js. */
    static Path compiler() {
        try (Stream<Path> files = Files.walk(BOTS.resolve("target/typescript"))) {
            return files.filter(file -> file.endsWith("lib/tsc.js")).findFirst().orElseThrow();
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }

    /** Makes JavaScript of the SDK. */
    public static void compileSdk(Path into) throws IOException, InterruptedException {
        compile(BOTS.resolve("typescript"), List.of("--outDir", into.toString()));
    }

    /** Checks the types of a project, and puts JavaScript beside each file. */
    static void compile(Path project) throws IOException, InterruptedException {
        compile(project, List.of("--noEmit", "false"));
    }

    private static void compile(Path project, List<String> options) throws IOException, InterruptedException {
        Path log = Files.createTempFile("tsc", ".log");
        List<String> command = new ArrayList<>(List.of("node", compiler().toString(), "-p", project.toString()));
        command.addAll(options);
        Process compiler = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(compiler.waitFor()).as(Files.readString(log)).isZero();
    }
}
