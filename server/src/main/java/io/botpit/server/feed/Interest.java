package io.botpit.server.feed;

import java.util.Arrays;
import java.util.List;

/** How much there is to see in a game: a number from 0 to 1. Stateless. */
final class Interest {
    private static final double OF_LEAD_CHANGES = 0.4;
    private static final double OF_A_CLOSE_RACE = 0.3;
    private static final double OF_GOOD_PLAYERS = 0.2;
    private static final double OF_TIME_PLAYED = 0.1;
    private static final int LEAD_CHANGES_ENOUGH = 3;

    /** Until there are ratings everybody is in the middle. */
    private static final double PERCENTILE_UNKNOWN = 0.5;

    private Interest() {}

    /**
     * Looks at a moment of a game.
     *
     * @param leadChanges in the last minute
     * @param scores the best first
     * @param played the share of the time limit that is over, 0 to 1
     */
    static double of(int leadChanges, List<Double> scores, double played) {
        return OF_LEAD_CHANGES * Math.min(leadChanges, LEAD_CHANGES_ENOUGH) / LEAD_CHANGES_ENOUGH
                + OF_A_CLOSE_RACE * closeness(scores)
                + OF_GOOD_PLAYERS * PERCENTILE_UNKNOWN
                + OF_TIME_PLAYED * played;
    }

    /** 1 where the first two have the same, less the wider their gap is beside the usual one; 0 where there is no race. */
    private static double closeness(List<Double> scores) {
        if (scores.size() < 2) {
            return 0;
        }
        double gap = scores.getFirst() - scores.get(1);
        return gap == 0 ? 1 : Math.exp(-gap / usualGap(scores));
    }

    /** The median of the gaps between neighbours; 0 makes every gap a wide one. */
    private static double usualGap(List<Double> scores) {
        double[] gaps = new double[scores.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = scores.get(i) - scores.get(i + 1);
        }
        Arrays.sort(gaps);
        return gaps[gaps.length / 2];
    }
}
