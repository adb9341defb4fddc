package io.botpit.benchmarks;

import io.botpit.server.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
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
            "-XX:MaxTenuringThreshold=1",
            "-XX:+ExitOnOutOfMemoryError");

    private static final String LOG = "log";
    private static final String DATA = "data";
    private static final double BYTES_PER_MB = 1e6;
    private static final double KB_PER_MB = 1_000_000.0 / 1_024;

    private final Process process;
    private final Scratch scratch;
    private final int port;
    private final double secondsToReady;
    private final double processorSecondsToReady;

    private Child(Process process, Scratch scratch, String ready, double secondsToReady) throws IOException {
        this.process = process;
        this.scratch = scratch;
        this.processorSecondsToReady = processorSeconds(process);
        this.secondsToReady = secondsToReady;
        Matcher line = READY.matcher(ready);
        if (!line.matches()) {
            String log = log();
            close();
            throw new IOException("not a ready line: '" + ready + "', log: " + log);
        }
        port = Integer.parseInt(line.group(1));
    }

    /** {@code botpit serve} on free ports, with a data folder of its own that goes with it. */
    static Child botpit(String... options) throws IOException {
        Scratch scratch = Scratch.make();
        return start(scratch, program(Main.class), serve(scratch.path(DATA), options));
    }

    /** Likewise on a data folder that was there before and stays. */
    static Child botpit(Path data, String... options) throws IOException {
        return start(Scratch.make(), program(Main.class), serve(data, options));
    }

    /** {@code botpit serve} from the packaged jar. */
    static Child packaged(Path jar, List<String> options) throws IOException {
        Scratch scratch = Scratch.make();
        List<String> program = new ArrayList<>(options);
        program.addAll(List.of("-jar", jar.toString()));
        return start(scratch, program, serve(scratch.path(DATA)));
    }

    /** The reference: Javalin with a WebSocket route and nothing else. */
    static Child bare() throws IOException {
        return start(Scratch.make(), program(BareServer.class), List.of());
    }

    /** @param program options of the JVM and what it runs, from the class path or from a jar */
    private static Child start(Scratch scratch, List<String> program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(tool("java")));
        command.addAll(JVM);
        command.addAll(program);
        command.addAll(arguments);
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(scratch.path(LOG).toFile())
                .start();
        // Whoever stops a benchmark stops its servers.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String ready = String.valueOf(out.readLine());
        return new Child(process, scratch, ready, (System.nanoTime() - began) / 1e9);
    }

    private static List<String> program(Class<?> main) {
        return List.of("-cp", System.getProperty("java.class.path"), main.getName());
    }

    private static List<String> serve(Path data, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("serve", "--port", "0", "--feed-port", "0", "--data", data.toString()));
        arguments.addAll(List.of(options));
        return arguments;
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

    /** Threads of the operating system; virtual ones are none. */
    int threads() throws IOException {
        return status("Threads:");
    }

    /** What it has taken so far, on all processors. */
    double processorSeconds() {
        return processorSeconds(process);
    }

    /** Resident memory, as the kernel counts it. */
    double residentMb() throws IOException {
        return status("VmRSS:") / KB_PER_MB;
    }

    private int status(String name) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (var lines = Files.lines(status)) {
            String line = lines.filter(one -> one.startsWith(name)).findFirst().orElseThrow();
            return Integer.parseInt(line.replaceAll("\\D", ""));
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

    /** Opens a game beside those that are open. */
    void openGame(String rules) throws IOException {
        HttpURLConnection call = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/api/v1/admin/games")
                .toURL()
                .openConnection();
        call.setRequestMethod("POST");
        call.setRequestProperty(
                "Authorization",
                "Bearer "
                        + Files.readString(scratch.path(DATA).resolve("admin-secret"))
                                .strip());
        call.setRequestProperty("Content-Type", "application/json");
        call.setDoOutput(true);
        call.getOutputStream().write(rules.getBytes(StandardCharsets.UTF_8));
        if (call.getResponseCode() != HttpURLConnection.HTTP_CREATED) {
            throw new IOException("no game: " + call.getResponseCode() + " " + call.getResponseMessage());
        }
        call.getInputStream().readAllBytes();
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
        return Files.readString(scratch.path(LOG));
    }

    /** Lets it go on for a while; fails if it dies. */
    void runFor(Duration span) throws IOException, InterruptedException {
        if (process.waitFor(span.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("the server has ended with " + process.exitValue() + ", log: " + log());
        }
    }

    /** As {@code kill -9}; its log goes, too. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        scratch.close();
    }

    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
