package io.botpit.server;

/** A server that runs. Closing it ends games in order and takes less than ten seconds. */
public interface RunningServer extends AutoCloseable {
    /** The real port of the exchange, REST and the page. */
    int httpPort();

    /** The real port of the public feed. */
    int feedPort();

    /** Returns when somebody asked for a shutdown or the machine broke; the caller then closes. */
    void awaitShutdown();

    /** Whether the machine broke: the process has to exit with an error. */
    boolean isBroken();

    @Override
    void close();
}
