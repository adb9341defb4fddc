package io.botpit.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The lines that somebody types. One is read ahead, by a thread of its own, so that what runs can be stopped by the next.
 * For one thread.
 */
final class Prompt {
    private final BlockingQueue<Said> ahead = new ArrayBlockingQueue<>(1);

    /** @param line null: that was the last one, or it could not be read */
    private record Said(@Nullable String line, @Nullable IOException fault) {}

    private Prompt() {}

    static Prompt on(InputStream in) {
        Prompt prompt = new Prompt();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
        // It may wait for a line when all is over: nobody waits for it.
        Thread.ofPlatform().daemon().name("prompt").start(() -> prompt.listen(lines));
        return prompt;
    }

    private void listen(BufferedReader lines) {
        Said said;
        do {
            said = said(lines);
            try {
                ahead.put(said);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        } while (said.line() != null);
    }

    private static Said said(BufferedReader lines) {
        try {
            return new Said(lines.readLine(), null);
        } catch (IOException fault) {
            return new Said(null, fault);
        }
    }

    /** Waits for the next line; null: there is none any more, and this is not called again. */
    @Nullable
    String next() throws IOException {
        try {
            Said said = ahead.take();
            if (said.fault() != null) {
                throw said.fault();
            }
            return said.line();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted", e);
        }
    }

    /** Takes the next line where it is there already and one of these; true: it did. */
    boolean took(Set<String> words) {
        Said said = ahead.peek();
        boolean wanted = said != null
                && said.line() != null
                && words.contains(said.line().strip());
        if (wanted) {
            ahead.remove();
        }
        return wanted;
    }
}
