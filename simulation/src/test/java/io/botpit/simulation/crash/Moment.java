package io.botpit.simulation.crash;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What is done to the server in one cycle. The kinds go by the number of the cycle, the moments by the seed.
 *
 * @param after so long after trading began
 * @param acknowledgements it is killed right after this one if it comes in time; only for {@link Kind#ACKNOWLEDGEMENT}
 * @param share of the last recovery after which the first start is killed; only for {@link Kind#REPLAY}
 */
record Moment(int cycle, Kind kind, Duration after, int acknowledgements, double share) {
    private static final int POLITE_EVERY = 10;
    private static final int TORN_EVERY = 4;
    private static final int WITHOUT_DATABASE_EVERY = 5;

    /** When the server goes. */
    enum Kind {
        /** Somewhere in the middle. */
        ANY,
        /** Right after the n-th acknowledgement was read. */
        ACKNOWLEDGEMENT,
        /** In the middle, and then again while it starts. */
        REPLAY,
        /** While the game ends. */
        GAME_END,
        /** Asked to go, not killed. */
        POLITE
    }

    static Moment draw(int cycle, SplittableRandom random, Duration longest) {
        Duration after = Duration.ofMillis(random.nextInt(50, (int) longest.toMillis() + 1));
        int acknowledgements = random.nextInt(1, 1_500);
        double share = random.nextDouble();
        int permille = random.nextInt(1_000);
        return new Moment(cycle, kind(cycle, permille), after, acknowledgements, share);
    }

    boolean tearsAJournal() {
        return cycle % TORN_EVERY == 0;
    }

    boolean losesTheDatabase() {
        return cycle % WITHOUT_DATABASE_EVERY == 0;
    }

    private static Kind kind(int cycle, int permille) {
        if (cycle % POLITE_EVERY == 0) {
            return Kind.POLITE;
        }
        if (permille < 400) {
            return Kind.ANY;
        }
        if (permille < 700) {
            return Kind.ACKNOWLEDGEMENT;
        }
        return permille < 850 ? Kind.REPLAY : Kind.GAME_END;
    }
}
