package io.botpit.server.config;

/** What an acknowledged command survives. */
public enum Durability {
    /** {@code kill -9}. */
    PROCESS,
    /** A power cut. */
    POWER
}
