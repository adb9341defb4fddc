package io.botpit.game.report;

import io.botpit.game.Reason;
import java.math.BigInteger;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a player played. None of it ranks.
 *
 * @param drawdown deepest fall of the score from an earlier high, seen at each whole second of play, in quote units
 * @param steadiness mean over standard deviation of what 200 equal slices of the game brought, times the root of their
 *     number; 0 where the score never moved
 * @param turnover of all trades, in quote units
 * @param makerShare of the turnover, the part that was traded by resting orders; 0 to 1
 * @param fillRatio of the orders taken in, the part that traded at all; 0 to 1
 * @param timeInPosition of the time of play, the part with more or fewer coins bought than sold; 0 to 1
 * @param uptime of the time of play, the part with a connection to the game; 0 to 1
 * @param rejects refusals by reason
 */
public record Figures(
        BigInteger drawdown,
        double steadiness,
        BigInteger turnover,
        double makerShare,
        double fillRatio,
        double timeInPosition,
        double uptime,
        SortedMap<Reason, Long> rejects) {
    public Figures {
        rejects = Collections.unmodifiableSortedMap(new TreeMap<>(rejects));
    }
}
