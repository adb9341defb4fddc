package io.botpit.persistence.journal;

/** What an acknowledged command survives. */
public enum Durability {
    /** The death of the process, {@code kill -9} included: the batch is with the operating system. */
    PROCESS,
    /** A power cut too: the batch is forced to the disk, once. */
    POWER
}
