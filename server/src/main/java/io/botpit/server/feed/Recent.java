package io.botpit.server.feed;

/** The last numbers of a series, and what is usual among them. One thread. */
final class Recent {
    private static final int KEPT = 50;
    private static final int ENOUGH = 20;

    private final long[] numbers = new long[KEPT];
    private int count;

    /** Whether a number is more than so many times the median of those before it; never before there are enough. */
    boolean isOver(long number, int times) {
        int size = Math.min(count, KEPT);
        int below = 0;
        for (int i = 0; i < size; i++) {
            below += numbers[i] * times < number ? 1 : 0;
        }
        return size >= ENOUGH && below > size / 2;
    }

    void add(long number) {
        numbers[count % KEPT] = number;
        // Between one round and two, so that it never becomes too large.
        count = count == 2 * KEPT - 1 ? KEPT : count + 1;
    }
}
