package io.botpit.server.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Shows on a terminal how far something is, once it takes longer than two seconds. For one thread. */
final class Progress implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final int BAR_CHARS = 40;
    private static final int PERCENT = 100;

    private final Terminal terminal;
    private final String what;
    private long dueAt = System.nanoTime() + PATIENCE_NANOS;
    private boolean shown;

    Progress(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    void reached(long count) {
        show(() -> Long.toString(count));
    }

    /** Likewise, where it is known how far it is to the end. */
    void reached(long count, long all) {
        int filled = (int) (BAR_CHARS * count / Math.max(1, all));
        show(() -> "[" + "#".repeat(filled) + ".".repeat(BAR_CHARS - filled) + "] " + PERCENT * count / Math.max(1, all)
                + " %");
    }

    private void show(Supplier<String> text) {
        long now = System.nanoTime();
        if (terminal.interactive() && now - dueAt >= 0) {
            terminal.err().print("\r" + what + ": " + text.get());
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
