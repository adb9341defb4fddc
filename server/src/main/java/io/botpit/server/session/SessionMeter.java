package io.botpit.server.session;

import io.botpit.dialect.Denial;

/** Learns what is counted of sessions. Called on any thread, for every answer: count and return. */
@FunctionalInterface
public interface SessionMeter {
    /** A request was answered with a denial. */
    void denied(Denial denial);

    /** An answer to a player left so many microseconds after its frame came. */
    default void answered(long micros) {}
}
