package io.botpit.simulation.arena;

import io.botpit.server.Main;
import io.botpit.server.cli.Terminal;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code botpit serve} as a real child process, seen only through its ports, its output and its exit code. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("botpit ready http=[^ ]*:(\\d+) feed=[^ ]*:(\\d+) data=.*");
    /** Bytes and class; with what the collector plugs holes there is nothing alive in it. */
    private static final Pattern LIVE =
            Pattern.compile(" *\\d+: +\\d+ +(\\d+) ++(?!\\S*jdk\\.internal\\.vm\\.Filler).+");

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    /** A busy machine is no fault of the server's: how fast it goes down is asked in {@link SigtermTest}. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final int port;
    private final int feedPort;

    private ServerProcess(Process process, Path log, Matcher ready) {
        this.process = process;
        this.log = log;
        port = Integer.parseInt(ready.group(1));
        feedPort = Integer.parseInt(ready.group(2));
    }

    /** Starts a server on free ports and waits until it says that it is ready. */
    public static ServerProcess start(Path data, String... options) throws IOException {
        return start(new Launch(Main.class, List.of(), data, List.of(options)));
    }

    /** The same, with a first game in which anybody may trade at any price, as fast as they can. */
    static ServerProcess openMarket(Path data, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of("--rate-limit", "off", "--preset", "open-market"));
        options.addAll(List.of(more));
        return start(new Launch(Main.class, List.of(), data, options));
    }

    /**
     * What is started.
     *
     * @param main the program, or another one that is built like it
     * @param before the command that runs the JVM, if one does
     */
    public record Launch(Class<?> main, List<String> before, Path data, List<String> options) {
        /** Starts it and waits for nothing. */
        public Process spawn(Path log) throws IOException {
            List<String> serve = new ArrayList<>(List.of("serve", "--port", "0", "--feed-port", "0"));
            serve.addAll(List.of("--data", data.toString()));
            serve.addAll(options);
            ProcessBuilder builder = ChildJvm.command(main, serve);
            builder.command().addAll(0, before);
            return builder.redirectError(log.toFile()).start();
        }
    }

    public static ServerProcess start(Launch launch) throws IOException {
        Path log = Files.createTempFile("botpit-serve", ".log");
        Process process = launch.spawn(log);
        String line = firstLine(process, log);
        Matcher ready = READY.matcher(line);
        if (!ready.matches()) {
            process.destroyForcibly();
            throw new IOException("not a ready line: '" + line + "', log: " + Files.readString(log));
        }
        return new ServerProcess(process, log, ready);
    }

    /** Runs a command of the program to its end, as a process of its own. */
    public static Finished run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("botpit-out", ".log");
        Path err = Files.createTempFile("botpit-err", ".log");
        Process process = ChildJvm.command(Main.class, List.of(arguments))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(READY_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("still running: " + String.join(" ", arguments));
        }
        return new Finished(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Runs a command of the program to its end in this JVM: what only talks to a server or reads files needs no other. */
    public static Finished runHere(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), Map.of(), false);
        int exit = Main.run(terminal, arguments);
        return new Finished(exit, out.toString(), err.toString());
    }

    /** Starts a command of the program and does not wait for it. */
    static Process launch(Path out, String... arguments) throws IOException {
        return ChildJvm.command(Main.class, List.of(arguments))
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public record Finished(int exit, String out, String err) {}

    public int port() {
        return port;
    }

    int feedPort() {
        return feedPort;
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    public long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets it run for a while; whether it still does. */
    public boolean livesFor(Duration span) throws InterruptedException {
        return !process.waitFor(span.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends it a signal by name, such as STOP. */
    void signal(String name) throws IOException, InterruptedException {
        String pid = String.valueOf(process.pid());
        Process kill = new ProcessBuilder("kill", "-" + name, pid).start();
        if (kill.waitFor() != 0) {
            throw new IOException("kill -" + name + " " + pid + " failed");
        }
    }

    /** How much its living objects take; it collects its garbage first. */
    long liveBytes() throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        long bytes = said.lines()
                .map(LIVE::matcher)
                .filter(Matcher::matches)
                .mapToLong(row -> Long.parseLong(row.group(1)))
                .sum();
        if (bytes == 0) {
            throw new IOException("no histogram: " + said);
        }
        return bytes;
    }

    /** Writes a line to its input. */
    void tell(String line) throws IOException {
        try (BufferedWriter input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(line + "\n");
        }
    }

    /** As {@code kill -9}: the process gets no chance to do anything. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As {@code kill}: the process is asked to go; its exit code. */
    public int terminate() throws InterruptedException, IOException {
        process.destroy();
        return awaitExit();
    }

    int awaitExit() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("still there after " + PATIENCE + ", log: " + log());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    private static String firstLine(Process process, Path log) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> {
            try {
                return String.valueOf(out.readLine());
            } catch (IOException e) {
                return e.toString();
            }
        });
        try {
            return line.orTimeout(READY_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            process.destroyForcibly();
            throw new IOException("no ready line, log: " + Files.readString(log), e);
        }
    }
}
