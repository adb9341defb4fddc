package io.botpit.server.local;

import io.botpit.server.link.Link;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program and the two pipes to it: a frame is a line of UTF-8 without a line feed in it, on its standard input and
 * output; what it writes to standard error is for people. One thread reads, another writes. Any thread.
 */
final class PipeLink implements Link {
    /** Where the program finds the name it is called by. */
    static final String NAME_VARIABLE = "BOT_NAME";

    private static final long EXIT_MILLIS_MAX = 1_000;

    private final Process process;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    private volatile CompletableFuture<Void> gone = CompletableFuture.completedFuture(null);

    private PipeLink(Process process) {
        this.process = process;
    }

    /** Starts what the shell makes of a line; {@link IOException} where there is no shell. */
    static PipeLink start(String command, String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
        builder.environment().put(NAME_VARIABLE, name);
        return new PipeLink(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Reads on a thread of its own and hands everything over. */
    void listen(Inbox inbox) {
        Thread.ofVirtual().name("pipe-" + process.pid()).start(() -> inbox.gone(read(inbox::frame)));
    }

    /** Until the end; in words why it is one. */
    private String read(Consumer<String> frames) {
        try (InputStream in = new BufferedInputStream(process.getInputStream())) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    frames.accept(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else if (line.size() >= GuestLimits.FRAME_BYTES_MAX) {
                    return "sent a line of more than " + GuestLimits.FRAME_BYTES_MAX
                            + " bytes (frame_bytes_max): a frame is one line of JSON";
                } else {
                    line.write(next);
                }
            }
            return exit();
        } catch (IOException e) {
            return "cannot be read any more: " + e.getMessage();
        }
    }

    private String exit() {
        try {
            return process.waitFor(EXIT_MILLIS_MAX, TimeUnit.MILLISECONDS)
                    ? "ended with exit code " + process.exitValue()
                    : "closed its standard output";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "was interrupted";
        }
    }

    @Override
    public void send(String frame, Consumer<@Nullable Throwable> done) {
        if (!writer.isShutdown()) {
            writer.execute(() -> done.accept(write(frame)));
        }
    }

    private @Nullable Throwable write(String frame) {
        try {
            OutputStream out = process.getOutputStream();
            out.write((frame + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    /** It has a moment to end by itself. */
    @Override
    public void close(int code, String reason) {
        if (writer.isShutdown()) {
            return;
        }
        // Once the shell is gone nobody knows any more what it started.
        List<ProcessHandle> all = family();
        writer.execute(this::end);
        writer.shutdown();
        gone = process.onExit()
                .completeOnTimeout(process, EXIT_MILLIS_MAX, TimeUnit.MILLISECONDS)
                .thenAccept(
                        _ -> Stream.concat(all.stream(), family().stream()).forEach(ProcessHandle::destroyForcibly));
    }

    private List<ProcessHandle> family() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }

    /** Waits until the program is gone, once it is closed. */
    void await() {
        gone.join();
    }

    private void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
    }

    @Override
    public String address() {
        return "pipe";
    }
}
