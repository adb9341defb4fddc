package io.botpit.bots.house;

import java.util.Arrays;

/**
 * How much of a large order should be done by when, slice by slice.
 *
 * <p>By time: as Almgren and Chriss, <i>Optimal execution of portfolio transactions</i>, Journal of Risk 3(2), 2000, have
 * it: of X there is left x(t) = X sinh(k (T - t)) / sinh(k T). With urgency k T = 0 it is a straight line, the best of
 * Bertsimas and Lo, <i>Optimal control of execution costs</i>, Journal of Financial Markets 1, 1998.
 *
 * <p>By volume: each slice has the share that it had of the volume so far, all slices of earlier orders taken together
 * (Konishi, <i>Optimal slice of a VWAP trade</i>, Journal of Financial Markets 5, 2002, with the running sessions as the
 * forecast).
 */
sealed interface Schedule {
    /** An urgency: not at all. */
    double EVENLY = 0;

    /** What should be done when so many slices of the order are over, 0 to 1. */
    double done(int slices);

    /**
     * Along the curve of Almgren and Chriss.
     *
     * @param urgency k T, at least 0
     */
    record ByTime(int slices, double urgency) implements Schedule {
        private static final double STRAIGHT = 1e-6;

        @Override
        public double done(int over) {
            double left = 1 - (double) over / slices;
            return 1 - (urgency < STRAIGHT ? left : Math.sinh(urgency * left) / Math.sinh(urgency));
        }
    }

    /** For one thread. */
    final class ByVolume implements Schedule {
        private final double[] volumes;

        /** Nothing was traded: each slice counts as one unit, so that the first order is done evenly. */
        ByVolume(int slices) {
            volumes = new double[slices];
            Arrays.fill(volumes, 1);
        }

        void traded(int slice, double size) {
            volumes[slice] += size;
        }

        @Override
        public double done(int over) {
            return Arrays.stream(volumes, 0, over).sum()
                    / Arrays.stream(volumes).sum();
        }
    }
}
