package io.botpit.game.random;

import java.util.ArrayList;
import java.util.List;

/**
 * All chance of a game or a tournament, drawn from one seed. What it draws is part of stored results: a change here is
 * a new behaviour version. Not safe for use by several threads.
 *
 * <p>The generator is SplitMix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014,
 * with the second finalizer of Stafford. Its period is 2<sup>64</sup>.
 */
public final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;
    private static final long FNV_OFFSET = 0xCBF2_9CE4_8422_2325L;
    private static final long FNV_PRIME = 0x0000_0100_0000_01B3L;

    private final long seed;
    private long state;

    /** Equal seeds draw equal numbers. */
    public Dice(long seed) {
        this.seed = seed;
        this.state = seed;
    }

    /**
     * Dice for one purpose. They depend on the seed and the label alone, not on what was drawn before, so that who adds
     * a draw somewhere does not change what others draw.
     */
    public Dice split(long label) {
        return new Dice(mixed(mixed(seed + GOLDEN_GAMMA) ^ mixed(label - GOLDEN_GAMMA)));
    }

    /** The same with a word for a label, taken as its UTF-16 units through 64 bit FNV-1a, low byte first. */
    public Dice split(String label) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < label.length(); i++) {
            char unit = label.charAt(i);
            hash = (hash ^ (unit & 0xFF)) * FNV_PRIME;
            hash = (hash ^ (unit >>> 8)) * FNV_PRIME;
        }
        return split(hash);
    }

    /** 64 bits. */
    public long next() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    /**
     * From 0 to below the bound, each equally often: the upper half of the product with 32 bits, where products that
     * would favour some numbers are drawn again (Lemire, "Fast Random Integer Generation in an Interval", 2019).
     *
     * @throws IllegalArgumentException if the bound is not positive
     */
    public int below(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive: " + bound);
        }
        long unfair = (1L << 32) % bound;
        long product = (next() >>> 32) * bound;
        while ((product & 0xFFFF_FFFFL) < unfair) {
            product = (next() >>> 32) * bound;
        }
        return (int) (product >>> 32);
    }

    /** From 0 to below 1 in steps of 2<sup>-53</sup>. */
    public double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Mean 0, standard deviation 1, by the method of Box and Muller; always two draws. */
    public double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    /** The numbers from 0 to below n in an order of chance. */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int other = below(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /** The same elements in an order of chance. */
    public <T> List<T> shuffled(List<T> elements) {
        List<T> shuffled = new ArrayList<>(elements.size());
        for (int index : permutation(elements.size())) {
            shuffled.add(elements.get(index));
        }
        return List.copyOf(shuffled);
    }

    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
