package io.botpit.server.local;

import java.time.Duration;

/**
 * How long the clock of a game stands for a bot of another program, in real time.
 *
 * @param arrival so long it is waited for a bot that connects by itself
 * @param login so long it may take to come in
 * @param turn so long a bot that says when it is done may think
 * @param quiet a bot that does not say so is done when it has been silent for so long
 * @param quietAtFirst the same for its first turn: it may still be starting, and nobody knows yet whether it says so
 * @param together what is sent so soon after a request that only time can answer belongs to the same moment
 * @param lateTurnsMax that many turns in a row without a word end it
 * @param silence after which a bot on a socket is cut that does not even answer the pings of the port
 */
public record GuestLimits(
        Duration arrival,
        Duration login,
        Duration turn,
        Duration quiet,
        Duration quietAtFirst,
        Duration together,
        int lateTurnsMax,
        Duration silence) {
    public static final GuestLimits STANDARD = new GuestLimits(
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofMillis(20),
            Duration.ofMillis(1_000),
            Duration.ofMillis(5),
            3,
            Duration.ofSeconds(60));

    /** Of one frame on a pipe, as on a socket. */
    public static final int FRAME_BYTES_MAX = 16_384;

    /** Frames that may wait for the bot's turn; whoever sends more has to wait. */
    static final int FRAMES_WAITING_MAX = 1_024;

    /** Frames of one turn; the rest waits for the next. */
    static final int TURN_FRAMES_MAX = 4_096;

    /** Frames that may wait for their answers at the end of a turn: whoever has more does not read. */
    static final int UNANSWERED_MAX = 1_024;

    public GuestLimits withTurn(Duration other) {
        return new GuestLimits(arrival, login, other, quiet, quietAtFirst, together, lateTurnsMax, silence);
    }

    /**
     * For somebody who looks for a mistake: a bot that says when it is done has all the time it wants, also one that a
     * debugger has stopped and that answers nothing.
     */
    public GuestLimits patient() {
        return new GuestLimits(
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(1),
                quiet,
                quietAtFirst,
                together,
                lateTurnsMax,
                Duration.ofDays(1));
    }
}
