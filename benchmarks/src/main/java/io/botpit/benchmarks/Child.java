package io.botpit.benchmarks;

import io.botpit.server.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as a process of its own, looked at from outside: ports, resident memory, live heap. One thread. */
final class Child implements AutoCloseable {
    private static final Pattern READY = Pattern.compile(".* ready http=[^ ]*:(\\d+).*");
    /** The launcher's own options; the size of the heap is left to the JVM, as there. */
    private static final List<String> JVM = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true",
            "-XX:+ExitOnOutOfMemoryError");

    private static final double BYTES_PER_MB = 1e6;
    private static final double KB_PER_MB = 1_000_000.0 / 1_024;

    private final Process process;
    private final Path log;
    private final int port;
    private final double secondsToReady;
    private final double processorSecondsToReady;

    private Child(Process process, Path log, String ready, double secondsToReady) throws IOException {
        this.process = process;
        this.log = log;
        this.processorSecondsToReady = processorSeconds(process);
        this.secondsToReady = secondsToReady;
        Matcher line = READY.matcher(ready);
        if (!line.matches()) {
            process.destroyForcibly();
            throw new IOException("not a ready line: '" + ready + "', log: " + Files.readString(log));
        }
        port = Integer.parseInt(line.group(1));
    }

    /** {@code botpit serve} on free ports, with a data folder of its own. */
    static Child botpit(Path data, String... options) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("serve", "--port", "0", "--feed-port", "0", "--data", data.toString()));
        arguments.addAll(List.of(options));
        return start(Main.class, arguments);
    }

    /** The reference: Javalin with a WebSocket route and nothing else. */
    static Child bare() throws IOException {
        return start(BareServer.class, List.of());
    }

    private static Child start(Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(tool("java")));
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Path log = Files.createTempFile("botpit-bench", ".log");
        long began = System.nanoTime();
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String ready = String.valueOf(out.readLine());
        return new Child(process, log, ready, (System.nanoTime() - began) / 1e9);
    }

    int port() {
        return port;
    }

    /** From the start of the process to its ready line. */
    double secondsToReady() {
        return secondsToReady;
    }

    /** The processor time it took until then, on all processors: independent of what else runs. */
    double processorSecondsToReady() {
        return processorSecondsToReady;
    }

    private static double processorSeconds(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** What it has taken so far, on all processors. */
    double processorSeconds() {
        return processorSeconds(process);
    }

    /** Resident memory, as the kernel counts it. */
    double residentMb() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (var lines = Files.lines(status)) {
            String line =
                    lines.filter(one -> one.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / KB_PER_MB;
        }
    }

    /** What the heap holds after a full collection. */
    Heap heap() throws IOException {
        Process jcmd = new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = jcmd.inputReader(StandardCharsets.UTF_8)) {
            return new Heap(out.lines().toList());
        }
    }

    /**
     * A class histogram.
     *
     * @param lines as {@code jcmd} prints them: rank, instances, bytes, class; a total at the end
     */
    record Heap(List<String> lines) {
        double mb() {
            long bytes = lines.stream()
                    .filter(line -> line.startsWith("Total"))
                    .mapToLong(line -> column(line, 2))
                    .findFirst()
                    .orElseThrow(() -> new UncheckedIOException(new IOException("no histogram: " + lines)));
            return (bytes - gaps()) / BYTES_PER_MB;
        }

        /** Bytes that nobody holds: the collector fills with arrays what it left between the living. */
        private long gaps() {
            return lines.stream()
                    .filter(line -> line.contains(" [Ljdk.internal.vm.FillerElement;"))
                    .mapToLong(line -> column(line, 2))
                    .sum();
        }

        /** Instances of one class. */
        int count(String type) {
            return lines.stream()
                    .filter(line -> (line + " ").contains(" " + type + " "))
                    .mapToInt(line -> Math.toIntExact(column(line, 1)))
                    .sum();
        }

        private static long column(String line, int index) {
            return Long.parseLong(line.strip().split("\\s+", -1)[index]);
        }
    }

    /** What it tells of itself; not the bare one. */
    Meters meters() throws IOException {
        URL page = URI.create("http://127.0.0.1:" + port + "/metrics").toURL();
        try (InputStream in = page.openStream()) {
            return new Meters(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Meters as Prometheus reads them: name, blank, value. */
    record Meters(String text) {
        int value(String name) {
            return text.lines()
                    .filter(line -> line.startsWith(name + " "))
                    .mapToInt(line -> (int) Double.parseDouble(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElseThrow(() -> new UncheckedIOException(new IOException("no " + name + " in: " + text)));
        }
    }

    private String log() throws IOException {
        return Files.readString(log);
    }

    /** Lets it go on for a while; fails if it dies. */
    void runFor(Duration span) throws IOException, InterruptedException {
        if (process.waitFor(span.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("the server has ended with " + process.exitValue() + ", log: " + log());
        }
    }

    /** As {@code kill -9}. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
