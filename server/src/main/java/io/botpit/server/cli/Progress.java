package io.botpit.server.cli;

import java.util.concurrent.TimeUnit;

/** Shows on a terminal how far something is, once it takes longer than two seconds. For one thread. */
final class Progress implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Terminal terminal;
    private final String what;
    private long dueAt = System.nanoTime() + PATIENCE_NANOS;
    private boolean shown;

    Progress(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    void reached(long count) {
        long now = System.nanoTime();
        if (terminal.interactive() && now - dueAt >= 0) {
            terminal.err().print("\r" + what + ": " + count);
            terminal.err().flush();
            dueAt = now + STEP_NANOS;
            shown = true;
        }
    }

    @Override
    public void close() {
        if (shown) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }
}
