package io.botpit.benchmarks;

import io.botpit.game.Side;
import java.util.List;

/**
 * What a stream of orders has to lead to, whoever carries it out.
 *
 * @param fills how many there were
 * @param fillDigest over taker, maker, price and size of each, in order
 * @param bookDigest likewise over what rests at the end: bids and then asks, best first, oldest first
 */
record Outcome(long fills, long fillDigest, long resting, long bookDigest) {
    /** More than any stream leaves in a book, at prices that our instruments allow. */
    private static final int LOTS = 1 << 26;

    private static final long LOWEST = 10;
    private static final long HIGHEST = 1L << 20;

    /** Carries out a stream, then takes everything out of the book by two orders that no order resists: so its end is seen. */
    static Outcome of(Book book, List<Row> rows, int nobody) {
        Digest fills = new Digest();
        rows.forEach(row -> book.apply(Told.of(row), fills));
        Digest resting = new Digest();
        long next = 1 + rows.stream().mapToLong(Row::order).max().orElse(0);
        for (Side side : List.of(Side.BUY, Side.SELL)) {
            long all = side == Side.BUY ? LOWEST : HIGHEST;
            book.apply(
                    Told.of(new Row(Row.Op.IMMEDIATE, next++, nobody, side.opposite(), all, LOTS)),
                    (_, maker, ticks, lots) -> resting.add(side == Side.BUY ? 0 : 1, maker, ticks, lots));
        }
        return new Outcome(fills.count, fills.state, resting.count, resting.state);
    }

    /** A rolling digest. One thread. */
    private static final class Digest implements Fills {
        private static final long START = 0xcbf29ce484222325L;
        private static final long PRIME = 0x100000001b3L;

        private long count;
        private long state = START;

        @Override
        public void fill(long taker, long maker, long ticks, long lots) {
            add(taker, maker, ticks, lots);
        }

        void add(long... values) {
            count++;
            for (long value : values) {
                state = (state ^ value) * PRIME;
                state ^= state >>> 29;
            }
        }
    }
}
