package io.botpit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * From the start of the process to its ready line, of the packaged jar on a fresh folder, with the ahead-of-time cache that the
 * launcher makes on first use; the files are in memory, as on every start but the first. The reference is the same without
 * the cache, in turn.
 */
final class Start {
    private static final Path JAR = Path.of("server/target/botpit.jar");
    private static final String WITH = "with the cache";
    private static final String WITHOUT = "without";
    private static final int TRAINING_SECONDS_MAX = 300;

    private Start() {}

    static List<Figure> run(Settings settings) throws IOException, InterruptedException {
        if (!Files.isReadable(JAR)) {
            throw new IOException("no " + JAR + ": package it with ./mvnw -DskipTests package");
        }
        try (Scratch scratch = Scratch.make()) {
            List<String> cache = List.of("-XX:AOTCache=" + train(scratch));
            Rounds<Took> rounds = new Rounds<>();
            took(cache);
            for (int i = 0; i < settings.rounds(); i++) {
                rounds.add(WITH, took(cache));
                rounds.add(WITHOUT, took(List.of()));
            }
            return List.of(
                    rounds.figure("start to ready", WITH, WITHOUT, new Rounds.Measure<>("s", Took::seconds)),
                    rounds.figure(
                            "start to ready, processor time",
                            WITH,
                            WITHOUT,
                            new Rounds.Measure<>("s", Took::processorSeconds)));
        }
    }

    private record Took(double seconds, double processorSeconds) {}

    private static Took took(List<String> options) throws IOException {
        try (Child server = Child.packaged(JAR, options)) {
            return new Took(server.secondsToReady(), server.processorSecondsToReady());
        }
    }

    /** As the launcher does it: what a short demo game needs is what the cache has. */
    private static Path train(Scratch scratch) throws IOException, InterruptedException {
        Path cache = scratch.path("cache");
        Process training = new ProcessBuilder(List.of(
                        Child.tool("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:AOTCacheOutput=" + cache,
                        "-jar",
                        JAR.toString(),
                        "demo",
                        "--once",
                        "--seconds",
                        "3",
                        "--bots",
                        "4",
                        "--port",
                        "0",
                        "--feed-port",
                        "0",
                        "--data",
                        scratch.path("data").toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!training.waitFor(TRAINING_SECONDS_MAX, TimeUnit.SECONDS) || training.exitValue() != 0) {
            throw new IOException("the training failed");
        }
        return cache;
    }
}
