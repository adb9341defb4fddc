package io.botpit.game.report;

import java.util.List;

/**
 * All that is told of a game that is over.
 *
 * @param seconds of play, whole ones
 * @param bots in the order of the final table; of a void game in the order in which they came
 * @param flows of all pairs that traded with each other, the largest first
 */
public record GameReport(long seconds, List<BotReport> bots, List<Flow> flows, List<Flag> flags) {
    public GameReport {
        bots = List.copyOf(bots);
        flows = List.copyOf(flows);
        flags = List.copyOf(flags);
    }
}
