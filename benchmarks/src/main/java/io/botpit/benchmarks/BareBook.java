package io.botpit.benchmarks;

import io.botpit.game.Side;

/**
 * What the stream costs at the least: arrays of numbers, for prices and orders that are bounded beforehand. It compares no owners,
 * proves nothing and tells of no level: no book for a game, but the floor that such a book stands on. One thread.
 */
final class BareBook implements Book {
    private static final int LOWEST = 85_000;
    private static final int PRICES = 1 << 15;
    private static final int ORDERS = 1 << 14;
    private static final int SLOTS = 1 << 15;

    private final Half bids = new Half();
    private final Half asks = new Half();

    /** Orders stand at places from 1 on, and name each other by these; 0: none. */
    private final long[] numbers = new long[ORDERS];

    private final int[] users = new int[ORDERS];
    private final int[] lots = new int[ORDERS];
    private final int[] ranks = new int[ORDERS];
    private final boolean[] buys = new boolean[ORDERS];
    private final int[] older = new int[ORDERS];
    private final int[] newer = new int[ORDERS];

    /** Places by number: open addressing with linear probing. */
    private final int[] slots = new int[SLOTS];

    private int used;
    private int idle;

    /** One side: the lower the rank, the better the price. */
    private static final class Half {
        private final int[] oldest = new int[PRICES];
        private final int[] newest = new int[PRICES];
        private final long[] words = new long[PRICES / Long.SIZE];
        private int best = PRICES;

        private void seekBest() {
            int word = best / Long.SIZE;
            while (word < words.length && words[word] == 0) {
                word++;
            }
            best = word == words.length ? PRICES : word * Long.SIZE + Long.numberOfTrailingZeros(words[word]);
        }
    }

    @Override
    public void apply(Told told, Fills fills) {
        Row row = told.row();
        if (row.op() == Row.Op.CANCEL) {
            cancel(row);
            return;
        }
        int left = trade(row, fills);
        if (left > 0 && row.op() == Row.Op.LIMIT) {
            rest(row, left);
        }
    }

    private void cancel(Row row) {
        int slot = slot(row.order());
        int order = slots[slot];
        if (order != 0 && users[order] == row.user()) {
            drop(order, slot);
        }
    }

    private int trade(Row row, Fills fills) {
        boolean buy = row.side() == Side.BUY;
        Half opposite = buy ? asks : bids;
        int worst = rank(!buy, row.ticks());
        int left = row.lots();
        while (left > 0 && opposite.best < PRICES && opposite.best <= worst) {
            int maker = opposite.oldest[opposite.best];
            int size = Math.min(left, lots[maker]);
            fills.fill(row.order(), numbers[maker], ticks(!buy, opposite.best), size);
            left -= size;
            lots[maker] -= size;
            if (lots[maker] == 0) {
                drop(maker, slot(numbers[maker]));
            }
        }
        return left;
    }

    private void rest(Row row, int left) {
        int order = idle == 0 ? ++used : idle;
        idle = newer[order];
        boolean buy = row.side() == Side.BUY;
        int rank = rank(buy, row.ticks());
        numbers[order] = row.order();
        users[order] = row.user();
        lots[order] = left;
        ranks[order] = rank;
        buys[order] = buy;
        slots[slot(row.order())] = order;
        append(order, buy ? bids : asks, rank);
    }

    private void append(int order, Half half, int rank) {
        int before = half.newest[rank];
        older[order] = before;
        newer[order] = 0;
        half.newest[rank] = order;
        if (before != 0) {
            newer[before] = order;
            return;
        }
        half.oldest[rank] = order;
        half.words[rank / Long.SIZE] |= 1L << rank;
        half.best = Math.min(half.best, rank);
    }

    private void drop(int order, int slot) {
        closeGap(slot);
        Half half = buys[order] ? bids : asks;
        int rank = ranks[order];
        int before = older[order];
        int after = newer[order];
        if (before == 0) {
            half.oldest[rank] = after;
        } else {
            newer[before] = after;
        }
        if (after == 0) {
            half.newest[rank] = before;
        } else {
            older[after] = before;
        }
        if (half.oldest[rank] == 0) {
            half.words[rank / Long.SIZE] &= ~(1L << rank);
            if (rank == half.best) {
                half.seekBest();
            }
        }
        newer[order] = idle;
        idle = order;
    }

    private int slot(long number) {
        int slot = (int) number & (SLOTS - 1);
        while (slots[slot] != 0 && numbers[slots[slot]] != number) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private void closeGap(int from) {
        int gap = from;
        slots[gap] = 0;
        int next = (gap + 1) & (SLOTS - 1);
        while (slots[next] != 0) {
            int home = (int) numbers[slots[next]] & (SLOTS - 1);
            if (((next - home) & (SLOTS - 1)) >= ((next - gap) & (SLOTS - 1))) {
                slots[gap] = slots[next];
                slots[next] = 0;
                gap = next;
            }
            next = (next + 1) & (SLOTS - 1);
        }
    }

    private static int rank(boolean buy, long ticks) {
        int above = (int) (ticks - LOWEST);
        return buy ? PRICES - 1 - above : above;
    }

    private static long ticks(boolean buy, int rank) {
        return (long) LOWEST + (buy ? PRICES - 1 - rank : rank);
    }
}
