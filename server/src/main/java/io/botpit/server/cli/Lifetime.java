package io.botpit.server.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps a server up until the admin, a signal or a broken machine ends it, and closes it in order. A signal would make
 * the JVM exit with its number: the hook therefore ends the process itself, with 0 after an orderly end.
 */
final class Lifetime {
    private final Program.Server server;
    private final Lock closing = new ReentrantLock();
    private final CountDownLatch hooked = new CountDownLatch(1);
    private final Thread hook;

    Lifetime(Program.Server server) {
        this.server = server;
        this.hook = Thread.ofPlatform().name("botpit-signal").unstarted(this::onSignal);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The exit code. */
    int await() {
        server.awaitShutdown();
        return end();
    }

    /** Closes the server now; the exit code. */
    int end() {
        close();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            awaitHook();
        }
        return code();
    }

    private void onSignal() {
        try {
            close();
        } finally {
            hooked.countDown();
            Runtime.getRuntime().halt(code());
        }
    }

    /** Whoever comes second waits until the first has closed it. */
    private void close() {
        closing.lock();
        try {
            server.close();
        } finally {
            closing.unlock();
        }
    }

    /** A signal came first: the hook ends the process. */
    private void awaitHook() {
        try {
            hooked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int code() {
        return server.isBroken() ? Cli.FAILED : Cli.DONE;
    }
}
