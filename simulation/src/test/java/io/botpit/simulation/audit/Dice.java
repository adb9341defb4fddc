package io.botpit.simulation.audit;

import java.util.List;
import java.util.SplittableRandom;

/** All chance of a run: the same seed draws the same for ever. */
public final class Dice {
    private final SplittableRandom random;

    public Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** 0 to bound - 1. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** 0 to max, max included. */
    public long upTo(long max) {
        return max <= 0 ? 0 : random.nextLong(max == Long.MAX_VALUE ? max : max + 1);
    }

    /** True in so many of a thousand cases. */
    public boolean permille(int chances) {
        return random.nextInt(1_000) < chances;
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
