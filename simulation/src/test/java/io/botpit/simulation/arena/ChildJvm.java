package io.botpit.simulation.arena;

import io.botpit.server.Main;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM for the program, on the class path of the tests. It starts with a third of the work where there is an
 * ahead-of-time cache, which belongs to the jars. With {@code -Dbotpit.warm=true}, as in a whole build, whoever first needs
 * one makes it and the others wait; else it is used if there is one. Any thread, any process.
 */
final class ChildJvm {
    private static final Path CACHE = Path.of("target", "servers.aot").toAbsolutePath();
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");
    private static final long TRAINED_WITHIN_SECONDS = 240;

    private ChildJvm() {}

    static ProcessBuilder command(Class<?> main, List<String> arguments) throws IOException {
        if (!cacheFits() && Boolean.getBoolean("botpit.warm") && isPacked(Path.of(location(Main.class)))) {
            makeCache();
        }
        List<String> more = new ArrayList<>();
        if (cacheFits()) {
            // A cache of another JDK is not used, and that is told on the output, where the ready line is expected.
            more.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr", "-XX:AOTCache=" + CACHE));
        }
        // What is packed comes first: a cache has nothing else, and its class path must be how the one in use begins.
        more.addAll(List.of("-cp", joined(Stream.concat(jars(), classPath().filter(entry -> !isPacked(entry))))));
        more.add(main.getName());
        more.addAll(arguments);
        return java(more);
    }

    private static ProcessBuilder java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // What is set where the tests run would be a setting of the server.
        builder.environment().keySet().removeIf(name -> name.startsWith("BOTPIT_"));
        return builder;
    }

    private static boolean cacheFits() throws IOException {
        if (!Files.exists(CACHE)) {
            return false;
        }
        for (Path jar : jars().toList()) {
            if (Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(CACHE)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static void makeCache() throws IOException {
        try (FileChannel channel = FileChannel.open(
                        CACHE.resolveSibling("servers.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!cacheFits()) {
                train();
            }
        }
    }

    /** A short game with house bots; the JVM writes what it learned when it ends. */
    private static void train() throws IOException {
        Path made = CACHE.resolveSibling("servers.new");
        Path log = Files.createTempFile("botpit-train", ".log");
        Path data = Files.createTempDirectory("botpit-train");
        List<String> demo = new ArrayList<>();
        demo.addAll(List.of("-XX:AOTCacheOutput=" + made, "-cp", joined(jars()), Main.class.getName()));
        demo.addAll(List.of("demo", "--once", "--seconds", "3", "--bots", "4", "--port", "0", "--feed-port", "0"));
        demo.addAll(List.of("--data", data.toString()));
        Process process = java(demo)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.onExit()
                .orTimeout(TRAINED_WITHIN_SECONDS, TimeUnit.SECONDS)
                .join()
                .exitValue();
        if (exit != 0 || !Files.exists(made)) {
            throw new IOException("no cache was made, log: " + Files.readString(log));
        }
        Files.move(made, CACHE, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Stream<Path> jars() {
        return classPath().filter(ChildJvm::isPacked);
    }

    private static Stream<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
    }

    private static boolean isPacked(Path entry) {
        return entry.toString().endsWith(".jar");
    }

    private static String location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    private static String joined(Stream<Path> entries) {
        return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
