package io.botpit.game.book;

import org.jspecify.annotations.Nullable;

/**
 * The levels of 64 neighbouring prices of one side. A bit says which of them have orders, so that the next one is
 * found without looking at those between. Levels stay with their page when they are empty, and are used again.
 */
final class PricePage {
    /** A rank is the number of its page and, in the lowest bits, its slot there. */
    static final int SLOT_BITS = 6;

    private static final int SLOTS = 1 << SLOT_BITS;

    final long number;
    private final HalfBook half;
    private final @Nullable PriceLevel[] levels = new PriceLevel[SLOTS];

    /** Bit {@code i} is set when the level in slot {@code i} has orders. */
    private long used;

    PricePage(long number, HalfBook half) {
        this.number = number;
        this.half = half;
    }

    boolean isEmpty() {
        return used == 0;
    }

    /** The level of a rank of this page, which is to have orders from now on. */
    PriceLevel use(long rank) {
        used |= bit(rank);
        PriceLevel level = levels[slot(rank)];
        if (level == null) {
            level = new PriceLevel(rank, half, this);
            levels[slot(rank)] = level;
        }
        return level;
    }

    /** The level of this rank has no orders any more. */
    void free(long rank) {
        used &= ~bit(rank);
    }

    /** The first level in use. */
    @Nullable
    PriceLevel first() {
        return first(used);
    }

    /** The first level in use behind a rank of this page. */
    @Nullable
    PriceLevel after(long rank) {
        return first(used & -bit(rank) << 1);
    }

    private @Nullable PriceLevel first(long among) {
        return among == 0 ? null : levels[Long.numberOfTrailingZeros(among)];
    }

    private static int slot(long rank) {
        return (int) rank & (SLOTS - 1);
    }

    /** Java shifts by the lowest six bits alone, which are the slot. */
    private static long bit(long rank) {
        return 1L << rank;
    }
}
