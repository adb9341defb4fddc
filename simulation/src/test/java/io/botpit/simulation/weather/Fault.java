package io.botpit.simulation.weather;

/** What the weather does to a server; counted where it happens, not where it is drawn. */
enum Fault {
    FRAME_DROPPED,
    /** By a millisecond or more. */
    FRAME_DELAYED,
    FRAME_DOUBLED,
    /** Arrived behind one that was sent later. */
    FRAME_OVERTAKEN,
    DISCONNECTED,
    SLOW_READER_CUT,
    CRASHED,
    RESTARTED,
    POWER_FAILED,
    /** The process died in it. */
    WRITE_TORN,
    WRITE_FAILED,
    DISK_FULL,
    /** Between two processes. */
    CLOCK_STEPPED,
    /** While the process ran. */
    CLOCK_JUMPED,
    GAME_PAUSED,
    GAME_RESUMED,
    FEED_RESUMED
}
