package io.botpit.benchmarks;

import io.botpit.game.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Commands for one instrument, the same for the same shape on every machine, and what they must lead to. A plain book
 * runs along: so cancels name orders that really rest, the depth stays where it should, and nobody meets himself.
 *
 * @param filling limits that fill the book; their cost is not measured
 * @param mix 60 % limits, of which one in six crosses, 5 % immediate-or-cancel, 35 % cancels of any order
 * @param nobody a user who has no orders
 */
record OrderStream(List<Row> filling, List<Row> mix, int nobody, Outcome outcome) {
    /** Prices of the mix stay far between these two. */
    private static final long LOW = 90_000;

    private static final long HIGH = 110_000;

    private static final int BYSTANDER_LOTS = 10;

    /**
     * What can be chosen.
     *
     * @param depth resting orders, about
     * @param spread how far from the middle an order may rest, in ticks
     */
    record Shape(int commands, long seed, int users, int depth, int spread) {
        /** The stream that all published ratios refer to. */
        static final Shape STANDARD = new Shape(1_000_000, 20_250_101, 1_000, 1_000, 512);

        /** The same kind of traffic on other books; the commands that fill the book come on top. */
        static Shape of(int depth, int spread) {
            return new Shape(depth + 200_000, 20_250_101, 1_000, depth, spread);
        }
    }

    static OrderStream of(Shape shape) {
        Draw draw = new Draw(shape);
        List<Row> rows = new ArrayList<>(shape.commands);
        for (int i = 0; i < shape.commands; i++) {
            rows.add(draw.next(i));
        }
        return of(rows, shape.depth, shape.users + 1);
    }

    private static OrderStream of(List<Row> rows, int filling, int nobody) {
        return new OrderStream(
                rows.subList(0, filling),
                rows.subList(filling, rows.size()),
                nobody,
                Outcome.of(new PlainBook(), rows, nobody));
    }

    /** The same commands on a book in which other orders rest, too, at so many prices that nothing reaches. */
    OrderStream beside(int bystanders, int levels) {
        List<Row> rows = new ArrayList<>(bystanders + filling.size() + mix.size());
        for (int i = 0; i < bystanders; i++) {
            int away = i % levels / 2;
            Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
            long ticks = side == Side.BUY ? LOW - away : HIGH + away;
            rows.add(new Row(Row.Op.LIMIT, i + 1, 1 + i % (nobody - 1), side, ticks, BYSTANDER_LOTS));
        }
        filling.forEach(row -> rows.add(row.later(bystanders)));
        mix.forEach(row -> rows.add(row.later(bystanders)));
        return of(rows, bystanders + filling.size(), nobody);
    }

    /** @throws IllegalStateException if a book does not do what it should */
    void check(String name, Book book) {
        List<Row> rows = new ArrayList<>(filling);
        rows.addAll(mix);
        Outcome other = Outcome.of(book, rows, nobody);
        if (!other.equals(outcome)) {
            throw new IllegalStateException(name + " came to " + other + " and not to " + outcome);
        }
    }

    private static final class Draw {
        private static final int LIMIT_PERMILLE = 600;
        private static final int IMMEDIATE_PERMILLE = 50;
        private static final int LATE_CANCEL_PERMILLE = 20;
        private static final int CROSSING_PERMILLE = 167;
        private static final int CROSSING_PERMILLE_MAX = 600;
        private static final int LIMIT_LOTS_MAX = 100;
        private static final int IMMEDIATE_LOTS_MAX = 300;
        /** How far past the best price an immediate order may go. */
        private static final int SWEEP_TICKS = 50;

        private static final long MIDDLE = 100_000;
        private static final int MIDDLE_BAND = 2_000;
        private static final int MIDDLE_MOVES_EVERY = 64;
        private static final int TRIES = 16;

        private final Shape shape;
        private final SplittableRandom random;
        private final PlainBook book = new PlainBook();
        private long middle = MIDDLE;
        private long orders;

        private Draw(Shape shape) {
            this.shape = shape;
            random = new SplittableRandom(shape.seed);
        }

        Row next(int index) {
            boolean filling = index < shape.depth;
            if (!filling && index % MIDDLE_MOVES_EVERY == 0) {
                moveMiddle();
            }
            int roll = filling ? 0 : below(1_000);
            boolean cancels = roll >= LIMIT_PERMILLE + IMMEDIATE_PERMILLE && book.size() > 0;
            Row row = cancels ? cancel() : order(roll, filling);
            book.apply(row, (_, _, _, _) -> {});
            return row;
        }

        private void moveMiddle() {
            int roll = below(4);
            if (roll == 0 && middle > MIDDLE - MIDDLE_BAND) {
                middle--;
            } else if (roll == 3 && middle < MIDDLE + MIDDLE_BAND) {
                middle++;
            }
        }

        private Row cancel() {
            boolean late = below(1_000) < LATE_CANCEL_PERMILLE && book.left() >= PlainBook.GONE_KEPT;
            Row order = late ? book.gone(below(PlainBook.GONE_KEPT)) : book.resting(below(book.size()));
            return new Row(Row.Op.CANCEL, order.order(), order.user(), order.side(), 0, 0);
        }

        private Row order(int roll, boolean filling) {
            Side side = below(2) == 0 ? Side.BUY : Side.SELL;
            long opposite = book.best(side.opposite());
            orders++;
            if (roll >= LIMIT_PERMILLE && opposite >= 0) {
                long ticks = Math.max(1, opposite + sign(side) * SWEEP_TICKS);
                return owned(new Row(Row.Op.IMMEDIATE, orders, 0, side, ticks, 1 + below(IMMEDIATE_LOTS_MAX)));
            }
            int lots = 1 + below(LIMIT_LOTS_MAX);
            boolean crosses = !filling && opposite >= 0 && below(1_000) < crossingPermille();
            long ticks = crosses ? opposite + sign(side) * below(3) : middle - sign(side) * distance();
            return owned(new Row(Row.Op.LIMIT, orders, 0, side, Math.max(1, ticks), lots));
        }

        /** The deeper the book, the more limits cross. */
        private int crossingPermille() {
            int more = (book.size() - shape.depth) / 2;
            return Math.clamp(CROSSING_PERMILLE + more, 0, CROSSING_PERMILLE_MAX);
        }

        private long distance() {
            return 1 + (long) below(shape.spread) * below(shape.spread) / shape.spread;
        }

        private Row owned(Row order) {
            Row owned = by(1 + below(shape.users), order);
            for (int i = 0; i < TRIES && book.meetsOwn(owned); i++) {
                owned = by(1 + below(shape.users), order);
            }
            return owned;
        }

        private static Row by(int user, Row order) {
            return new Row(order.op(), order.order(), user, order.side(), order.ticks(), order.lots());
        }

        private static long sign(Side side) {
            return side == Side.BUY ? 1 : -1;
        }

        /** The generator is the JDK's, the range our own: what it gives is the same for ever. */
        private int below(int bound) {
            return (int) ((random.nextLong() >>> 32) * bound >>> 32);
        }
    }
}
