package io.botpit.protocol.rest;

import java.util.List;

/**
 * What happened around a game, oldest first: starts, pauses, arrivals, announcements.
 *
 * @param next pass it as {@code after} to go on
 */
public record LogPage(String game, List<LogRow> log, long next) implements RestBody {
    public LogPage {
        log = List.copyOf(log);
    }

    /**
     * One line.
     *
     * @param seq sequence of the command
     * @param t milliseconds since the epoch
     */
    public record LogRow(long seq, long t, String text) {}
}
