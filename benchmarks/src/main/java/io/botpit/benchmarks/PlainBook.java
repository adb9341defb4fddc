package io.botpit.benchmarks;

import io.botpit.game.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SequencedMap;
import java.util.TreeMap;

/** A book as anybody writes it first, from the collections of the JDK: what the others have to come to, and a slow reference. */
final class PlainBook implements Book {
    /** The last orders that left the book are remembered for cancels that come too late. */
    static final int GONE_KEPT = 256;

    private final NavigableMap<Long, SequencedMap<Long, Resting>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, SequencedMap<Long, Resting>> asks = new TreeMap<>();
    private final Map<Long, Resting> orders = new HashMap<>();
    private final List<Resting> resting = new ArrayList<>();
    private final Map<Integer, Row> gone = new HashMap<>();
    private int left;

    private static final class Resting {
        private final Row row;
        private long open;
        private int slot;

        private Resting(Row row, long open, int slot) {
            this.row = row;
            this.open = open;
            this.slot = slot;
        }
    }

    @Override
    public void apply(Told told, Fills fills) {
        apply(told.row(), fills);
    }

    void apply(Row row, Fills fills) {
        switch (row.op()) {
            case LIMIT -> {
                long open = trade(row, fills);
                if (open > 0) {
                    rest(row, open);
                }
            }
            case IMMEDIATE -> trade(row, fills);
            case CANCEL -> {
                Resting order = orders.get(row.order());
                if (order != null && order.row.user() == row.user()) {
                    drop(order);
                }
            }
        }
    }

    /** How many orders rest. */
    int size() {
        return resting.size();
    }

    /** One of those that rest, in no order that means anything. */
    Row resting(int index) {
        return resting.get(index).row;
    }

    /** How many orders have left the book, one way or the other. */
    int left() {
        return left;
    }

    /** One of the last {@link #GONE_KEPT} that left. */
    Row gone(int index) {
        return gone.getOrDefault(index, resting(0));
    }

    /** The best price of a side, or -1. */
    long best(Side side) {
        var half = half(side);
        return half.isEmpty() ? -1 : half.firstKey();
    }

    /** Whether an order would meet one of its own user. */
    boolean meetsOwn(Row row) {
        long open = row.lots();
        for (var level : half(row.side().opposite()).entrySet()) {
            if (!reaches(row, level.getKey())) {
                return false;
            }
            for (Resting maker : level.getValue().values()) {
                if (maker.row.user() == row.user()) {
                    return true;
                }
                open -= maker.open;
                if (open <= 0) {
                    return false;
                }
            }
        }
        return false;
    }

    private long trade(Row taker, Fills fills) {
        var opposite = half(taker.side().opposite());
        long open = taker.lots();
        while (open > 0 && !opposite.isEmpty() && reaches(taker, opposite.firstKey())) {
            Resting maker = opposite.firstEntry().getValue().firstEntry().getValue();
            long lots = Math.min(open, maker.open);
            fills.fill(taker.order(), maker.row.order(), maker.row.ticks(), lots);
            open -= lots;
            maker.open -= lots;
            if (maker.open == 0) {
                drop(maker);
            }
        }
        return open;
    }

    private void rest(Row row, long open) {
        Resting order = new Resting(row, open, resting.size());
        half(row.side())
                .computeIfAbsent(row.ticks(), _ -> new LinkedHashMap<>())
                .put(row.order(), order);
        orders.put(row.order(), order);
        resting.add(order);
    }

    private void drop(Resting order) {
        Row row = order.row;
        var half = half(row.side());
        half.computeIfPresent(row.ticks(), (_, level) -> {
            level.remove(row.order());
            return level.isEmpty() ? null : level;
        });
        orders.remove(row.order());
        Resting last = resting.removeLast();
        if (order.slot < resting.size()) {
            resting.set(order.slot, last);
            last.slot = order.slot;
        }
        gone.put(left++ % GONE_KEPT, row);
    }

    private NavigableMap<Long, SequencedMap<Long, Resting>> half(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private static boolean reaches(Row taker, long ticks) {
        return taker.side() == Side.BUY ? ticks <= taker.ticks() : ticks >= taker.ticks();
    }
}
